package org.magicanime.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelClock;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.Models;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.TensorSpec;
import org.magicanime.inference.files.ModelFiles;

/// Loads models of the catalogue into ONNX Runtime, from checked bytes only.
///
/// On the CPU the same input gives the same bits: with one thread always, with several as far as ONNX Runtime's
/// deterministic kernels go.
public final class OnnxModels implements Models {
    private static final Logger LOG = Logger.getLogger(OnnxModels.class);

    private final ModelCatalogue catalogue;
    private final ModelFiles files;
    private final InferenceConfig config;
    private final ModelClock clock;
    private final OrtEnvironment environment = environment();
    private final AtomicBoolean withoutGpu = new AtomicBoolean();

    public OnnxModels(ModelCatalogue catalogue, ModelFiles files, InferenceConfig config, ModelClock clock) {
        this.catalogue = catalogue;
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    private static OrtEnvironment environment() {
        Telemetry.switchOff();
        return OrtEnvironment.getEnvironment();
    }

    @Override
    public Model open(String id) {
        ModelEntry entry = catalogue.entry(id);
        if (entry.isOfAnyLength()) {
            throw new IllegalArgumentException("the model '" + id + "' takes sequences");
        }
        return open(entry, session -> warm(new OnnxModel(environment, session, entry, clock)));
    }

    @Override
    public SequenceModel openSequence(String id) {
        ModelEntry entry = catalogue.entry(id);
        if (!entry.isOfAnyLength()) {
            throw new IllegalArgumentException("the model '" + id + "' takes no sequences");
        }
        return open(entry, session -> new OnnxSequenceModel(environment, session, entry, clock));
    }

    private interface Opening<M> {
        M of(OrtSession session) throws OrtException;
    }

    private <M> M open(ModelEntry entry, Opening<M> opening) {
        String id = entry.id();
        ByteBuffer bytes = files.read(entry);
        requireItsOwnData(entry, bytes);
        try (OrtSession.SessionOptions options = options()) {
            OrtSession session = environment.createSession(bytes, options);
            try {
                require(entry, "input", entry.inputs(), session.getInputInfo());
                require(entry, "output", entry.outputs(), session.getOutputInfo());
                return opening.of(session);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new ModelRefusedException(id, "ONNX Runtime does not load it: " + e.getMessage(), e);
        }
    }

    /// The first run plans memory and, on a GPU, compiles kernels: not while a film waits.
    private static Model warm(OnnxModel model) {
        try {
            model.run();
            return model;
        } catch (RuntimeException e) {
            model.release();
            throw e;
        }
    }

    private static void requireItsOwnData(ModelEntry entry, ByteBuffer bytes) {
        try {
            if (OnnxContents.refersToOtherFiles(bytes)) {
                throw new ModelRefusedException(
                        entry.id(),
                        "some of its weights lie in other files, which nothing checks. Save it as one file (ONNX's"
                                + " save_as_external_data=False)",
                        null);
            }
        } catch (IOException e) {
            throw new ModelRefusedException(entry.id(), "it is no ONNX file: " + e.getMessage(), e);
        }
    }

    private OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        try {
            options.setIntraOpNumThreads(config.threads());
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            // Threads that wait sleep: on a shared machine spinning takes time from decoding.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (config.device() == InferenceConfig.Device.CUDA) {
                addGpu(options);
            }
            return options;
        } catch (OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    private void addGpu(OrtSession.SessionOptions options) {
        try {
            options.addCUDA();
        } catch (OrtException e) {
            if (withoutGpu.compareAndSet(false, true)) {
                LOG.warnf("models run on the CPU, although inference.device is cuda: %s", e.getMessage());
            }
        }
    }

    /// Dimensions that the graph leaves open may have any size.
    private static void require(ModelEntry entry, String kind, List<TensorSpec> specs, Map<String, NodeInfo> graph) {
        for (TensorSpec spec : specs) {
            NodeInfo node = graph.get(spec.name());
            if (node == null) {
                throw new ModelRefusedException(
                        entry.id(), "it has no " + kind + " '" + spec.name() + "', but " + graph.keySet(), null);
            }
            OnnxJavaType type = spec.int64() == null ? OnnxJavaType.FLOAT : OnnxJavaType.INT64;
            if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != type) {
                throw new ModelRefusedException(
                        entry.id(), "its " + kind + " '" + spec.name() + "' is not a tensor of the type " + type, null);
            }
            if (!fits(spec.sizes(), tensor.getShape())) {
                throw new ModelRefusedException(
                        entry.id(),
                        "its " + kind + " '" + spec.name() + "' has the shape " + Arrays.toString(tensor.getShape())
                                + ", the catalogue says " + spec.shape(),
                        null);
            }
        }
        if (kind.equals("input") && graph.size() != specs.size()) {
            throw new ModelRefusedException(
                    entry.id(), "it has the inputs " + graph.keySet() + ", the catalogue fewer", null);
        }
    }

    private static boolean fits(long[] wanted, long[] graph) {
        if (wanted.length != graph.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (graph[i] >= 0 && graph[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
