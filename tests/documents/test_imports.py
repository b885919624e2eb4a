"""Importing the package must cost next to nothing."""

import subprocess
import sys


def test_parsers_load_only_when_needed() -> None:
    program = (
        "import sys, rsetk_ld.documents as d\n"
        "assert not {'yaml', 'yamlrocks', 'json'} & set(sys.modules)\n"
        "d.parse_document('{\"a\": 1}', name='a.json')\n"
        "assert not {'yaml', 'yamlrocks'} & set(sys.modules)\n"
        "d.parse_document('a: 1', name='a.yaml')\n"
        "assert ('yaml' in sys.modules) != ('yamlrocks' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=20)
