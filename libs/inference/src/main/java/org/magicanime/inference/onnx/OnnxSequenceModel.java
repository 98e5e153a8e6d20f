package org.magicanime.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.magicanime.inference.ModelClock;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.Tensors;

/// A session whose tensors are made for each run.
final class OnnxSequenceModel implements SequenceModel {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelEntry entry;
    private final ModelClock clock;
    private final Set<String> outputs;

    OnnxSequenceModel(OrtEnvironment environment, OrtSession session, ModelEntry entry, ModelClock clock) {
        this.environment = environment;
        this.session = session;
        this.entry = entry;
        this.clock = clock;
        this.outputs = entry.outputs().stream().map(TensorSpec::name).collect(Collectors.toSet());
    }

    @Override
    public ModelEntry entry() {
        return entry;
    }

    @Override
    public Tensors run(int length, Tensors inputs) {
        if (length < 1) {
            throw new IllegalArgumentException("a sequence has a length of at least 1, not " + length);
        }
        Map<String, OnnxTensor> tensors = new HashMap<>();
        List<OnnxTensor> open = new ArrayList<>();
        try {
            for (TensorSpec spec : entry.inputs()) {
                OnnxTensor tensor = tensor(spec.ofLength(length), inputs.get(spec.name()));
                open.add(tensor);
                tensors.put(spec.name(), tensor);
            }
            return answers(length, tensors);
        } catch (OrtException e) {
            throw new ModelRefusedException(entry.id(), "it fails to run: " + e.getMessage(), e);
        } finally {
            open.forEach(OnnxTensor::close);
        }
    }

    private Tensors answers(int length, Map<String, OnnxTensor> tensors) throws OrtException {
        long began = System.nanoTime();
        try (OrtSession.Result result = session.run(tensors, outputs)) {
            clock.ran(entry.id(), System.nanoTime() - began);
            Map<String, float[]> values = new HashMap<>();
            for (TensorSpec spec : entry.outputs()) {
                values.put(spec.name(), values(spec.ofLength(length), result));
            }
            return new Tensors(values);
        }
    }

    private OnnxTensor tensor(TensorSpec spec, float[] values) throws OrtException {
        if (values.length != spec.values()) {
            throw new IllegalArgumentException("the model '" + entry.id() + "' needs the input '" + spec.name()
                    + "' with " + spec.values() + " values, not " + values.length);
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), spec.sizes());
    }

    private float[] values(TensorSpec spec, OrtSession.Result result) {
        OnnxValue value = result.get(spec.name()).orElseThrow();
        FloatBuffer buffer = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : FloatBuffer.allocate(0);
        if (buffer.remaining() != spec.values()) {
            throw new ModelRefusedException(
                    entry.id(),
                    "its output '" + spec.name() + "' has " + buffer.remaining() + " values, the catalogue says "
                            + spec.shape(),
                    null);
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the session of '" + entry.id() + "' cannot be closed", e);
        }
    }
}
