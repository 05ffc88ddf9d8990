"""Validates the .xml and .sarif reports in the folder that is named."""

import json
import pathlib
import sys

import jsonschema
import xmlschema

folder = pathlib.Path(sys.argv[1])
xsd = xmlschema.XMLSchema(folder / "pytest-8.3.4/testing/example_scripts/junit-10.xsd")
problems = [
    f"{report.name}: {error.path}: {error.reason}"
    for report in sorted(folder.glob("*.xml"))
    for error in xsd.iter_errors(report)
]

schema = json.loads((folder / "vendor/serde-sarif/src/schema.json").read_text())
validator = jsonschema.validators.validator_for(schema)(schema)
problems += [
    f"{report.name}: {error.json_path}: {error.message}"
    for report in sorted(folder.glob("*.sarif"))
    for error in validator.iter_errors(json.loads(report.read_text()))
]

if problems:
    sys.exit("\n".join(problems))
