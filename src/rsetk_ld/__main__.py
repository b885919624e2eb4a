"""`python -m rsetk_ld`."""

from rsetk_ld.cli import main

main(prog_name="rsetk-ld")
