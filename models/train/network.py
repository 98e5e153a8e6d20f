"""A model of the catalogue as a PyTorch module: its ONNX nodes are run one by one, with the weights of its convolutions
as parameters. What was trained is written back into the same file, so that tensors and decoding stay as they are."""

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper


class OnnxNetwork(torch.nn.Module):
    """Knows the operators of MediaPipe's landmark models.

    outputs: names of the outputs that are computed; all of the model's by default. What leads to others only is left
    out. A sigmoid that an output ends with is not applied: losses want what is before it.
    """

    def __init__(self, path, outputs=None):
        super().__init__()
        self.path = str(path)
        graph = onnx.load(self.path).graph
        constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        # Weights that are kept as float16 are read through a Cast each.
        self.stored = {}
        for node in graph.node:
            if node.op_type == "Cast" and node.input[0] in constants:
                self.stored[node.output[0]] = node.input[0]
                constants[node.output[0]] = constants[node.input[0]].astype(np.float32)
        self.input = graph.input[0].name
        self.outputs = list(outputs or [o.name for o in graph.output])
        needed = _needed(graph, self.outputs)
        self.weights = torch.nn.ParameterDict()
        self.steps = []
        for node in graph.node:
            if node.op_type == "Cast" or not needed.intersection(node.output):
                continue
            self.steps.append(_Step(node, constants, self.weights))
        self.frozen = 0

    def forward(self, pictures):
        """pictures: float [n, height, width, 3], as the model wants them. Returns the outputs in order."""
        values = {self.input: pictures}
        for number, step in enumerate(self.steps):
            with torch.set_grad_enabled(torch.is_grad_enabled() and number >= self.frozen):
                values[step.output] = step(values, self.weights)
        return [values[name] for name in self.outputs]

    def freeze_down_to(self, side):
        """Leaves the first layers as they are: all up to where pictures have become smaller than `side`. Returns how
        many parameters are trained."""
        with torch.no_grad():
            values = {self.input: torch.zeros(1, 256, 256, 3)}
            for number, step in enumerate(self.steps):
                values[step.output] = step(values, self.weights)
                shape = values[step.output].shape
                if len(shape) == 4 and step.kind == "Conv" and shape[2] < side:
                    self.frozen = number
                    break
        for step in self.steps[: self.frozen]:
            for name in step.parameters:
                self.weights[name].requires_grad_(False)
        return sum(p.numel() for p in self.parameters() if p.requires_grad)

    def write(self, target, weights=None, note=""):
        """Writes the model with these weights (name → tensor; its own by default), in the type the file has them in.
        The note is added to what the file says of its origin."""
        model = onnx.load(self.path)
        model.doc_string = f"{model.doc_string} {note}".strip()
        own = {name: tensor.detach() for name, tensor in self.weights.items()}
        own.update(weights or {})
        by_place = {self.stored.get(name, name): tensor for name, tensor in own.items()}
        for initializer in model.graph.initializer:
            if initializer.name in by_place:
                old = numpy_helper.to_array(initializer)
                new = by_place[initializer.name].float().cpu().numpy().reshape(old.shape).astype(old.dtype)
                if not np.isfinite(new).all():
                    raise ValueError(f"the weights {initializer.name} are no longer numbers")
                initializer.CopyFrom(numpy_helper.from_array(new, initializer.name))
        onnx.save(model, str(target))


def _needed(graph, outputs):
    producer = {name: node for node in graph.node for name in node.output}
    needed, left = set(), list(outputs)
    while left:
        name = left.pop()
        if name in producer and name not in needed:
            needed.add(name)
            left.extend(producer[name].input)
    return needed


class _Step:
    """One node: its operator with everything that does not change, and the names of what does."""

    def __init__(self, node, constants, weights):
        self.kind = node.op_type
        self.inputs = [name for name in node.input if name not in constants and name]
        self.output = node.output[0]
        self.parameters = []
        attribute = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        fixed = [constants[name] for name in node.input if name in constants]
        if self.kind == "Conv":
            self.parameters = [name for name in node.input[1:]]
            for name in self.parameters:
                weights[name] = torch.nn.Parameter(torch.tensor(constants[name].astype(np.float32)))
            top, left, bottom, right = attribute.get("pads", [0, 0, 0, 0])
            self.pads = (left, right, top, bottom)
            self.stride = attribute.get("strides", [1, 1])
            self.groups = attribute.get("group", 1)
        elif self.kind == "Clip":
            self.least, self.most = (float(value.reshape(-1)[0]) for value in fixed)
        elif self.kind == "Pad":
            half = len(fixed[0]) // 2
            # PyTorch wants the last dimension first, before and after it.
            self.pads = [int(v) for i in reversed(range(half)) for v in (fixed[0][i], fixed[0][half + i])]
        elif self.kind == "Resize":
            scales = [value for value in fixed if value.dtype == np.float32 and value.size == 4]
            self.scale = tuple(float(s) for s in scales[-1][2:])
        elif self.kind == "MaxPool":
            self.size, self.stride = attribute["kernel_shape"], attribute["strides"]
        elif self.kind == "Transpose":
            self.order = attribute["perm"]
        elif self.kind == "Reshape":
            self.shape = [int(v) for v in fixed[-1]]
        elif self.kind not in ("Add", "Sigmoid"):
            raise ValueError(f"the operator {self.kind} is not known here")

    def __call__(self, values, weights):
        first = values[self.inputs[0]]
        if self.kind == "Conv":
            kernel, bias = (weights[name] for name in self.parameters)
            left, right, top, bottom = self.pads
            if left == right and top == bottom:
                return F.conv2d(first, kernel, bias, self.stride, (top, left), 1, self.groups)
            return F.conv2d(F.pad(first, self.pads), kernel, bias, self.stride, 0, 1, self.groups)
        if self.kind == "Clip":
            # As clamp, but with a way back that costs a fifth of a step less.
            return F.hardtanh(first, self.least, self.most)
        if self.kind == "Add":
            return first + values[self.inputs[1]]
        if self.kind == "Pad":
            return F.pad(first, self.pads)
        if self.kind == "Resize":
            return F.interpolate(first, scale_factor=self.scale, mode="bilinear", align_corners=False)
        if self.kind == "MaxPool":
            return F.max_pool2d(first, self.size, self.stride)
        if self.kind == "Transpose":
            return first.permute(self.order)
        if self.kind == "Reshape":
            return first.reshape([first.shape[0]] + self.shape[1:])
        return first  # A sigmoid at the end.
