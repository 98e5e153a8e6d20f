"""brightness_onnx.py OUT.onnx: a network of the shape of TransNet V2 whose logit of a frame is its mean value, 0 to 255,
less 127.5. Needs onnx (made with 1.23.2)."""

import sys
from pathlib import Path

import numpy
from onnx import TensorProto, checker, helper, numpy_helper

SHAPE = [1, 100, 27, 48, 3]


def main(target):
    nodes = [
        helper.make_node("ReduceMean", ["frames"], ["mean"], axes=[2, 3, 4], keepdims=0),
        helper.make_node("Sub", ["mean", "half"], ["logit"]),
        helper.make_node("Reshape", ["logit", "shape"], ["single"]),
    ]
    graph = helper.make_graph(
        nodes,
        "brightness",
        [helper.make_tensor_value_info("frames", TensorProto.FLOAT, SHAPE)],
        [helper.make_tensor_value_info("single", TensorProto.FLOAT, [1, 100, 1])],
        [
            numpy_helper.from_array(numpy.float32(127.5), "half"),
            numpy_helper.from_array(numpy.array([1, 100, 1]), "shape"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model, full_check=True)
    target.write_bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
