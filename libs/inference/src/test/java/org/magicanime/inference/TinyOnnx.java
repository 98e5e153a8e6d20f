package org.magicanime.inference;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes ONNX files of a few hundred bytes: `y = x + c`, three values each. Field numbers are those of onnx.proto.
public final class TinyOnnx {
    private static final int FLOAT = 1;
    private static final int EXTERNAL = 1;

    private TinyOnnx() {}

    /// Where the constant lies.
    public enum Constant {
        INITIALIZER,
        /// In an attribute of a node.
        NODE,
        /// In an attribute of a node of the graph that is a branch of another node.
        BRANCH
    }

    /// `y = x + (1, 2, 3)`.
    public static byte[] adding() {
        return model(Constant.INITIALIZER, null);
    }

    /// The same, with the constant's values in another file.
    public static byte[] adding(Constant place, String otherFile) {
        return model(place, otherFile);
    }

    private static byte[] model(Constant place, @Nullable String otherFile) {
        byte[] constant = tensor("c", otherFile);
        byte[] node = message(out -> {
            out.writeString(1, "x");
            out.writeString(1, "c");
            out.writeString(2, "y");
            out.writeString(4, "Add");
        });
        byte[] graph = message(out -> {
            switch (place) {
                case INITIALIZER -> out.writeByteArray(5, constant);
                case NODE -> out.writeByteArray(1, constantNode(constant));
                case BRANCH -> out.writeByteArray(1, branchNode(constant));
            }
            out.writeByteArray(1, node);
            out.writeString(2, "adding");
            out.writeByteArray(11, value("x"));
            out.writeByteArray(12, value("y"));
        });
        return message(out -> {
            out.writeInt64(1, 8);
            out.writeByteArray(7, graph);
            out.writeByteArray(8, message(opset -> opset.writeInt64(2, 13)));
        });
    }

    private static byte[] constantNode(byte[] constant) {
        return message(node -> {
            node.writeString(2, "c");
            node.writeString(4, "Constant");
            node.writeByteArray(5, message(attribute -> {
                attribute.writeString(1, "value");
                attribute.writeByteArray(5, constant);
                attribute.writeInt32(20, 4);
            }));
        });
    }

    private static byte[] branchNode(byte[] constant) {
        return message(node -> {
            node.writeString(2, "c");
            node.writeString(4, "If");
            node.writeByteArray(5, message(attribute -> {
                attribute.writeString(1, "then_branch");
                attribute.writeByteArray(6, message(graph -> graph.writeByteArray(1, constantNode(constant))));
            }));
        });
    }

    private static byte[] tensor(String name, @Nullable String otherFile) {
        return message(out -> {
            out.writeInt64(1, 3);
            out.writeInt32(2, FLOAT);
            out.writeString(8, name);
            if (otherFile == null) {
                out.writeByteArray(9, floats(1, 2, 3));
            } else {
                out.writeByteArray(13, message(entry -> {
                    entry.writeString(1, "location");
                    entry.writeString(2, otherFile);
                }));
                out.writeEnum(14, EXTERNAL);
            }
        });
    }

    private static byte[] value(String name) {
        byte[] shape = message(out -> out.writeByteArray(1, message(dim -> dim.writeInt64(1, 3))));
        byte[] tensor = message(out -> {
            out.writeInt32(1, FLOAT);
            out.writeByteArray(2, shape);
        });
        return message(out -> {
            out.writeString(1, name);
            out.writeByteArray(2, message(type -> type.writeByteArray(1, tensor)));
        });
    }

    /// What a catalogue says of `content`, with tensors of three values.
    public static ModelEntry entry(String id, byte[] content) {
        return entry(id, content, List.of(3L));
    }

    public static ModelEntry entry(String id, byte[] content, List<Long> shape) {
        return new ModelEntry(
                id,
                "adding",
                ModelEntry.Tier.STANDARD,
                "standard/" + id + ".onnx",
                content.length,
                sha256(content),
                "Apache-2.0",
                "made by a test",
                null,
                List.of(new TensorSpec("x", shape)),
                List.of(new TensorSpec("y", shape)),
                "none");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
