"""check.py DIR: runs the models of starter.json that lie in DIR on a constant input and compares with known values.

Prints a line per model to standard output: id, bytes, sha256, largest difference as a part of what is allowed.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy
import onnxruntime

FAILED = 7
EVERY_INPUT = 0.5
RELATIVE = 1e-2
LAST_DIGIT = 5e-4  # the known values have three digits behind the point


def describe(values):
    return {value.name: value.shape for value in values}


def run(file, model):
    """Problems in words, and the largest difference as a part of what is allowed."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(file.read_bytes(), options, providers=["CPUExecutionProvider"])
    inputs, outputs = describe(session.get_inputs()), describe(session.get_outputs())
    if inputs != model["inputs"] or outputs != model["outputs"]:
        return [f"inputs {inputs} and outputs {outputs}, not {model['inputs']} and {model['outputs']}"], 0.0
    feed = {name: numpy.full(shape, EVERY_INPUT, numpy.float32) for name, shape in inputs.items()}
    results = dict(zip(outputs, session.run(list(outputs), feed)))
    problems, largest = [], 0.0
    for name, result in results.items():
        if not numpy.isfinite(result).all():
            problems.append(f"{name} holds values that are not finite")
    for name, known in model["known"].items():
        found = results[name].ravel()[: len(known)]
        parts = numpy.abs(found - known) / (RELATIVE * numpy.abs(known) + LAST_DIGIT)
        largest = max(largest, float(parts.max()))
        if not (parts <= 1).all():
            problems.append(f"{name} begins with {[round(float(value), 3) for value in found]}, not {known}")
    return problems, largest


def main(folder):
    recipe = json.loads((Path(__file__).parent / "starter.json").read_text())
    failures = 0
    for model in recipe["models"]:
        file = folder / f"{model['id']}.onnx"
        try:
            problems, largest = run(file, model)
        except FileNotFoundError:
            problems, largest = ["the file is missing"], 0.0
        except Exception as problem:  # whatever ONNX Runtime throws at a file that it cannot read or run
            problems, largest = [f"cannot be run: {problem}"], 0.0
        for problem in problems:
            print(f"make-starter: {file}: {problem}", file=sys.stderr, flush=True)
        if problems:
            failures += 1
        else:
            content = file.read_bytes()
            print(f"{model['id']} {len(content)} {hashlib.sha256(content).hexdigest()} {largest:.2f}", flush=True)
    if failures:
        print(f"make-starter: {failures} of {len(recipe['models'])} models failed", file=sys.stderr)
        sys.exit(FAILED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
