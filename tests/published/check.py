"""Validates the .xml and .sarif reports and the redlines in the folder that is named."""

import json
import pathlib
import subprocess
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



def faults(path: pathlib.Path) -> set[str]:
    """What the schema of Office Open XML has against a file."""
    audit = pathlib.Path(sys.executable).with_name("openxml-audit")
    told = subprocess.run([audit, "-o", "json", "-m", "0", path], capture_output=True, text=True).stdout
    return {f"{error['part_uri']}: {error['description']}" for error in json.loads(told)[0]["errors"]}


for redline in sorted((folder / "redlines").glob("*.docx")):
    source = redline.with_suffix(".source")
    known = set()
    if source.read_bytes().startswith(b"PK"):
        copy = folder / "source.docx"
        copy.write_bytes(source.read_bytes())
        known = faults(copy)
    # A file of few parts may leave out what Word writes anyway.
    new = {fault for fault in faults(redline) - known if "required relationship type" not in fault}
    problems += [f"{redline.name}: {fault}" for fault in sorted(new)]

if problems:
    sys.exit("\n".join(problems))
