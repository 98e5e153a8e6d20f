package org.magicanime.segment;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.onnx.MeteredModels;
import org.magicanime.segment.domain.ClipArchive;
import org.magicanime.segment.domain.ClipTrimmer;
import org.magicanime.segment.domain.SegmentParameters;
import org.magicanime.segment.domain.VideoCutter;
import org.magicanime.segment.model.OnnxShotNetwork;
import org.magicanime.segment.storage.StoredClipArchive;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmReader;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class SegmentBeans {
    /// With the network where one is asked for; films wait until it is there.
    @Produces
    @Singleton
    AwaitedModels<Cutters> cutters(
            SegmentConfig config,
            InferenceConfig inference,
            MeterRegistry metrics,
            FilmReader reader,
            ArtifactStore store,
            StoreConfig storeConfig,
            WorkFolders workFolders) {
        ClipArchive archive = new StoredClipArchive(store, storeConfig.artifactsBucket());
        SegmentParameters plain = parameters(config);
        return new AwaitedModels<>("segment", () -> {
            OnnxShotNetwork network = asksNetwork(config) ? network(inference, metrics) : null;
            SegmentParameters parameters = network == null ? plain : plain.withNetwork(network.sha256());
            return new Cutters(
                    new VideoCutter(reader, archive, parameters, workFolders, network),
                    new ClipTrimmer(reader, archive, parameters, workFolders),
                    network);
        });
    }

    void close(@Disposes AwaitedModels<Cutters> cutters) {
        cutters.close();
    }

    void loadModels(@Observes StartupEvent started, AwaitedModels<Cutters> cutters) {
        cutters.open();
    }

    private static boolean asksNetwork(SegmentConfig config) {
        return config.detector().needsNetwork() || config.secondOpinion() == SecondOpinion.TRANSNETV2;
    }

    private static OnnxShotNetwork network(InferenceConfig inference, MeterRegistry metrics) {
        ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
        return new OnnxShotNetwork(MeteredModels.of(catalogue, inference, metrics));
    }

    private static SegmentParameters parameters(SegmentConfig config) {
        Map<String, String> options = config.encoder().options();
        return new SegmentParameters(
                config.detector(),
                config.clip().rules(),
                new MeasureOptions(config.detector().downscale(), config.timeout(), config.memoryMib()),
                new CutOptions(
                        config.encoder().name(),
                        options.isEmpty() ? CutOptions.DEFAULT.encoderOptions() : options,
                        config.encoder().leastSsim(),
                        config.timeout(),
                        config.memoryMib()),
                CodecLibrary.version());
    }
}
