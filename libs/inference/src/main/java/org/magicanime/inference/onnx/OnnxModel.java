package org.magicanime.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelClock;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.TensorSpec;

/// A session with its inputs and outputs bound to buffers once: a run allocates nothing that grows with
/// the tensors.
final class OnnxModel implements Model {
    private final ModelEntry entry;
    private final OrtSession session;
    private final ModelClock clock;
    private final Map<String, FloatBuffer> buffers = new HashMap<>();
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxTensor> outputs = new HashMap<>();
    private final List<OnnxTensor> open = new ArrayList<>();

    OnnxModel(OrtEnvironment environment, OrtSession session, ModelEntry entry, ModelClock clock) throws OrtException {
        this.entry = entry;
        this.session = session;
        this.clock = clock;
        for (TensorSpec input : entry.inputs()) {
            inputs.put(input.name(), bind(environment, input));
        }
        for (TensorSpec output : entry.outputs()) {
            outputs.put(output.name(), bind(environment, output));
        }
    }

    private OnnxTensor bind(OrtEnvironment environment, TensorSpec spec) throws OrtException {
        Long constant = spec.int64();
        if (constant != null) {
            OnnxTensor scalar = OnnxTensor.createTensor(environment, constant);
            open.add(scalar);
            return scalar;
        }
        FloatBuffer values = ByteBuffer.allocateDirect(Math.multiplyExact(spec.values(), Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        OnnxTensor tensor = OnnxTensor.createTensor(environment, values, spec.sizes());
        open.add(tensor);
        buffers.put(spec.name(), values);
        return tensor;
    }

    @Override
    public ModelEntry entry() {
        return entry;
    }

    @Override
    public FloatBuffer input(String name) {
        return buffer(name, inputs);
    }

    @Override
    public FloatBuffer output(String name) {
        return buffer(name, outputs);
    }

    private FloatBuffer buffer(String name, Map<String, OnnxTensor> among) {
        FloatBuffer values = buffers.get(name);
        if (values == null || !among.containsKey(name)) {
            throw new IllegalArgumentException(
                    "the model '" + entry.id() + "' has no tensor '" + name + "' there, but " + among.keySet());
        }
        return values.clear();
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        try (OrtSession.Result result = session.run(inputs, outputs)) {
            clock.ran(entry.id(), System.nanoTime() - began);
        } catch (OrtException e) {
            throw new ModelRefusedException(entry.id(), "it fails to run: " + e.getMessage(), e);
        }
    }

    /// Gives the tensors back, and leaves the session to whoever opened it.
    void release() {
        open.forEach(OnnxTensor::close);
    }

    @Override
    public void close() {
        release();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the session of '" + entry.id() + "' cannot be closed", e);
        }
    }
}
