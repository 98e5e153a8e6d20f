package org.magicanime.inference.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/// Looks into a model file before it is loaded. A tensor of ONNX may say that its values lie in another file, whose
/// path it names; ONNX Runtime would read that, and no SHA-256 covers it.
///
/// Field numbers are those of onnx.proto (ONNX 1.19).
final class OnnxContents {
    private static final int DEEPEST = 64;
    private static final int EXTERNAL_DATA = 13;
    private static final int DATA_LOCATION = 14;
    private static final int EXTERNAL = 1;

    /// The messages that may have tensors somewhere in them.
    private enum Message {
        MODEL,
        TRAINING,
        FUNCTION,
        GRAPH,
        NODE,
        ATTRIBUTE,
        SPARSE_TENSOR,
        TENSOR
    }

    private static final Map<Message, Map<Integer, Message>> PARTS = new EnumMap<>(Map.of(
            Message.MODEL, Map.of(7, Message.GRAPH, 20, Message.TRAINING, 25, Message.FUNCTION),
            Message.TRAINING, Map.of(1, Message.GRAPH, 2, Message.GRAPH),
            Message.FUNCTION, Map.of(7, Message.NODE, 11, Message.ATTRIBUTE),
            Message.GRAPH, Map.of(1, Message.NODE, 5, Message.TENSOR, 15, Message.SPARSE_TENSOR),
            Message.NODE, Map.of(5, Message.ATTRIBUTE),
            Message.ATTRIBUTE,
                    Map.of(
                            5, Message.TENSOR,
                            6, Message.GRAPH,
                            10, Message.TENSOR,
                            11, Message.GRAPH,
                            22, Message.SPARSE_TENSOR,
                            23, Message.SPARSE_TENSOR),
            Message.SPARSE_TENSOR, Map.of(1, Message.TENSOR, 2, Message.TENSOR),
            Message.TENSOR, Map.of()));

    private OnnxContents() {}

    /// @throws IOException if the bytes are no protocol buffer message
    static boolean refersToOtherFiles(ByteBuffer model) throws IOException {
        return refers(CodedInputStream.newInstance(model.duplicate()), Message.MODEL, 0);
    }

    private static boolean refers(CodedInputStream in, Message message, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("graphs lie in each other more than " + DEEPEST + " deep");
        }
        Map<Integer, Message> parts = PARTS.getOrDefault(message, Map.of());
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            boolean hasLength = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            Message part = hasLength ? parts.get(field) : null;
            if (message == Message.TENSOR && field == EXTERNAL_DATA) {
                return true;
            } else if (message == Message.TENSOR && field == DATA_LOCATION && !hasLength) {
                if (in.readEnum() == EXTERNAL) {
                    return true;
                }
            } else if (part != null) {
                int outer = in.pushLimit(in.readRawVarint32());
                if (refers(in, part, depth + 1)) {
                    return true;
                }
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        return false;
    }
}
