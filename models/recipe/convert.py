"""convert.py TFLITE_DIR ONNX_DIR: makes an ONNX file of every TFLite file of starter.json.

tf2onnx does the conversion. It widens all weights to float32; those that were float16 are stored as such again, with a
cast, so that nothing is lost. What it leaves is then brought into one form that depends on the graph only: nodes in the
order in which the outputs need them, names counted in that order, no names, paths or times of the machine.
"""

import json
import subprocess
import sys
from pathlib import Path

import numpy
import onnx
from densify import densify
from onnx import TensorProto, helper, numpy_helper

FAILED = 6
OPSET = 15
IR_VERSION = 8
SMALLEST_WEIGHT = 256  # values; biases and other small constants stay float32


def say(text):
    print(f"make-starter: {text}", file=sys.stderr, flush=True)


def fail(text):
    say(text)
    sys.exit(FAILED)


def to_onnx(tflite, target):
    written_out = tflite.with_suffix(".dense")
    try:
        sparse = densify(tflite, written_out)
    except ValueError as problem:
        fail(f"{tflite.name} holds what this script does not know: {problem}")
    if sparse:
        say(f"{tflite.name}: wrote {sparse} sparse constants out")
        tflite = written_out
    command = [sys.executable, "-m", "tf2onnx.convert", "--tflite", str(tflite), "--output", str(target)]
    ended = subprocess.run(command + ["--opset", str(OPSET)], capture_output=True, text=True)
    if ended.returncode or not target.is_file():
        print("\n".join((ended.stdout + ended.stderr).splitlines()[-20:]), file=sys.stderr)
        fail(f"tf2onnx could not convert {tflite.name}; its last lines stand above")
    return onnx.load(target)


def constants_of(graph):
    """Name to array, of initialisers and Constant nodes alike."""
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    return constants


def ordered_nodes(graph, constants):
    """The nodes that the outputs need, each after those whose results it takes, in an order set by the graph alone."""
    maker = {name: node for node in graph.node if node.op_type != "Constant" for name in node.output if name}
    order, done = [], set()
    for output in graph.output:
        waiting = [(maker[output.name], False)]
        while waiting:
            node, inputs_done = waiting.pop()
            if node.output[0] in done:
                continue
            if inputs_done:
                done.add(node.output[0])
                order.append(node)
                continue
            waiting.append((node, True))
            made = [maker[name] for name in node.input if name in maker and name not in constants]
            waiting.extend((source, False) for source in reversed(made))
    return order


def fits_in_half(array):
    """Whether it is worth a cast, and nothing is lost. The packages' own weights are float16 (not hand_recrop's)."""
    if array.dtype != numpy.float32 or array.size < SMALLEST_WEIGHT:
        return False
    with numpy.errstate(over="ignore"):
        return numpy.array_equal(array.astype(numpy.float16).astype(numpy.float32), array)


class Rewritten:
    """The graph in its new form while it is being put together."""

    def __init__(self, graph, constants):
        self.constants = constants
        self.names = {value.name: value.name for value in [*graph.input, *graph.output]}
        self.by_content = {}
        self.nodes, self.initializers = [], []
        self.halved = 0

    def node(self, old):
        node = onnx.NodeProto()
        node.CopyFrom(old)
        node.doc_string = ""
        node.ClearField("input")
        for name in old.input:
            node.input.append(self.constant(name) if name in self.constants else self.names.get(name, ""))
        count = len(self.nodes)
        node.name = f"{old.op_type.lower()}_{count}"
        node.ClearField("output")
        for place, name in enumerate(old.output):
            if name and name not in self.names:
                self.names[name] = f"t{count}" if place == 0 else f"t{count}_{place}"
            node.output.append(self.names[name] if name else "")
        attributes = sorted(old.attribute, key=lambda attribute: attribute.name)
        node.ClearField("attribute")
        node.attribute.extend(attributes)
        self.nodes.append(node)

    def constant(self, name):
        """The new name of a constant: the same for constants of the same content."""
        array = self.constants[name]
        content = (array.dtype.str, array.shape, array.tobytes())
        if content not in self.by_content:
            self.by_content[content] = self.add(array)
        return self.by_content[content]

    def add(self, array):
        name = f"w{len(self.by_content)}"
        if not fits_in_half(array):
            self.initializers.append(numpy_helper.from_array(numpy.ascontiguousarray(array).reshape(array.shape), name))
            return name
        self.halved += 1
        self.initializers.append(numpy_helper.from_array(array.astype(numpy.float16), f"{name}_half"))
        cast = helper.make_node("Cast", [f"{name}_half"], [name], f"cast_{name}", to=TensorProto.FLOAT)
        self.nodes.append(cast)
        return name


def described(values, what, model):
    """The graph's inputs or outputs with static shapes, which must be those of starter.json."""
    found = {value.name: [size.dim_value for size in value.type.tensor_type.shape.dim] for value in values}
    wanted = model[what]
    if sorted(found) != sorted(wanted):
        fail(f"{model['id']} has the {what} {sorted(found)}, not {sorted(wanted)}")
    for name, shape in found.items():
        # 0 stands for a size that the converter left open, as it does with a batch
        if len(shape) != len(wanted[name]) or any(a not in (0, b) for a, b in zip(shape, wanted[name])):
            fail(f"{model['id']}: {name} has the shape {shape}, not {wanted[name]}")
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in wanted.items()]


def rewrite(converted, model, package):
    graph = converted.graph
    constants = constants_of(graph)
    rewritten = Rewritten(graph, constants)
    for node in ordered_nodes(graph, constants):
        rewritten.node(node)
    inputs, outputs = described(graph.input, "inputs", model), described(graph.output, "outputs", model)
    result = helper.make_model(
        helper.make_graph(rewritten.nodes, model["id"], inputs, outputs, rewritten.initializers),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="make-starter",
        doc_string=f"Changed from {Path(model['file']).name} of {package['name']} {package['version']}, "
        f"{package['licence']}: converted from TFLite to ONNX.",
    )
    onnx.checker.check_model(result, full_check=True)
    return result, rewritten


def main(tflite_folder, onnx_folder):
    recipe = json.loads((Path(__file__).parent / "starter.json").read_text())
    for model in recipe["models"]:
        converted_file = tflite_folder / f"{model['id']}.tf2onnx"
        converted = to_onnx(tflite_folder / f"{model['id']}.tflite", converted_file)
        result, rewritten = rewrite(converted, model, recipe["packages"][model["package"]])
        content = result.SerializeToString(deterministic=True)
        (onnx_folder / f"{model['id']}.onnx").write_bytes(content)
        say(
            f"{model['id']}: {converted_file.stat().st_size} bytes as converted, {len(content)} with {rewritten.halved}"
            " constants in float16"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
