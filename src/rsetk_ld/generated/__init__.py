"""Made from schema/rsetk.yaml by `make generate`; committed, so that the wheel needs no LinkML; not edited by hand."""
