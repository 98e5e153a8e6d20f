"""Writes the sparse weights of a TFLite model out, since tf2onnx cannot read them."""

import numpy
from tensorflow.lite.python import schema_py_generated as schema
from tensorflow.lite.tools import flatbuffer_utils

DTYPES = {schema.TensorType.FLOAT32: numpy.dtype("<f4"), schema.TensorType.FLOAT16: numpy.dtype("<f2")}


def is_densify(model, operator):
    code = model.operatorCodes[operator.opcodeIndex]
    return max(code.builtinCode, code.deprecatedBuiltinCode) == schema.BuiltinOperator.DENSIFY


def dense(values, sparsity, shape):
    """The array of the given shape whose non-zero values are stored in values.

    Each level of the storage is either dense (every index of a dimension) or in compressed rows (for every place of the
    level before, the indices that are there). Blocks are not known here: ValueError.
    """
    order = numpy.asarray(sparsity.traversalOrder)
    if len(order) != len(shape) or (sparsity.blockMap is not None and len(sparsity.blockMap)):
        raise ValueError("sparse weights in blocks")
    places, count = [], 1
    for level in sparsity.dimMetadata:
        if level.format == schema.DimensionType.DENSE:
            size = level.denseSize
            places = [numpy.repeat(place, size) for place in places] + [numpy.tile(numpy.arange(size), count)]
        else:
            counts = numpy.diff(numpy.asarray(level.arraySegments.values, numpy.int64))
            indices = numpy.asarray(level.arrayIndices.values, numpy.int64)
            places = [numpy.repeat(place, counts) for place in places] + [indices]
        count = len(places[-1])
    # more values than places are there only as padding of the buffer
    result = numpy.zeros(shape, values.dtype)
    result[tuple(places[level] for level in numpy.argsort(order))] = values[:count]
    return result


def densify(source, target):
    """Writes the model file source as target without sparse weights. Returns how many it had; 0: nothing is written."""
    model = flatbuffer_utils.read_model(str(source))
    replaced = 0
    for graph in model.subgraphs:
        for operator in [operator for operator in graph.operators if is_densify(model, operator)]:
            sparse, result = graph.tensors[operator.inputs[0]], graph.tensors[operator.outputs[0]]
            values = numpy.asarray(model.buffers[sparse.buffer].data, numpy.uint8).view(DTYPES[sparse.type])
            content = dense(values, sparse.sparsity, tuple(int(size) for size in sparse.shape))
            buffer = schema.BufferT()
            buffer.data = numpy.frombuffer(content.tobytes(), numpy.uint8)
            model.buffers.append(buffer)
            sparse.sparsity = None
            sparse.buffer = result.buffer = len(model.buffers) - 1
            graph.operators.remove(operator)
            replaced += 1
    if replaced:
        flatbuffer_utils.write_model(model, str(target))
    return replaced
