"""Validates report.xml and report.sarif in the folder that is named."""

import json
import pathlib
import sys

import jsonschema
import xmlschema

folder = pathlib.Path(sys.argv[1])
xsd = xmlschema.XMLSchema(folder / "pytest-8.3.4/testing/example_scripts/junit-10.xsd")
problems = [f"junit: {error.path}: {error.reason}" for error in xsd.iter_errors(folder / "report.xml")]

schema = json.loads((folder / "vendor/serde-sarif/src/schema.json").read_text())
validator = jsonschema.validators.validator_for(schema)(schema)
report = json.loads((folder / "report.sarif").read_text())
problems += [f"sarif: {error.json_path}: {error.message}" for error in validator.iter_errors(report)]

if problems:
    sys.exit("\n".join(problems))
