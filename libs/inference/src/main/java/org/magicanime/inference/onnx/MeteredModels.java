package org.magicanime.inference.onnx;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;

/// Models of a service: the time of each run is in its metrics.
public final class MeteredModels {
    private MeteredModels() {}

    /// @param metrics get the timer `model.run`, tagged with the `model`
    public static OnnxModels of(ModelCatalogue catalogue, InferenceConfig config, MeterRegistry metrics) {
        return new OnnxModels(
                catalogue,
                new ModelFiles(config.modelsFolder()),
                config,
                (model, nanos) -> Timer.builder("model.run")
                        .description("Time of single runs of a model")
                        .tag("model", model)
                        .register(metrics)
                        .record(nanos, TimeUnit.NANOSECONDS));
    }
}
