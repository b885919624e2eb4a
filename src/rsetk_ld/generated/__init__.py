"""Made from schema/rsetk.yaml by `make generate`, and committed so that the wheel needs no LinkML; not edited by hand."""
