package org.magicanime.keypoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.onnx.MeteredModels;
import org.magicanime.keypoint.domain.ClipPoser;
import org.magicanime.keypoint.domain.KeypointParameters;
import org.magicanime.keypoint.media.AvClipMedia;
import org.magicanime.keypoint.model.HolisticEstimator;
import org.magicanime.keypoint.storage.StoredPoseArchive;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class KeypointBeans {
    @Produces
    @Singleton
    AwaitedModels<HolisticEstimator> estimator(
            KeypointConfig config, InferenceConfig inference, MeterRegistry metrics) {
        return new AwaitedModels<>("keypoint", () -> {
            ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
            return new HolisticEstimator(
                    catalogue, MeteredModels.of(catalogue, inference, metrics), config.estimator());
        });
    }

    void close(@Disposes AwaitedModels<HolisticEstimator> estimator) {
        estimator.close();
    }

    @Produces
    @Singleton
    ClipPoser clipPoser(
            KeypointConfig config,
            AwaitedModels<HolisticEstimator> estimator,
            ArtifactStore store,
            StoreConfig storeConfig,
            WorkFolders workFolders) {
        return new ClipPoser(
                new AvClipMedia(),
                estimator,
                new StoredPoseArchive(store, storeConfig.artifactsBucket()),
                new KeypointParameters(config.pose().rules(), config.longestSide(), CodecLibrary.version()),
                workFolders);
    }

    void loadModels(@Observes StartupEvent started, AwaitedModels<HolisticEstimator> estimator) {
        estimator.open();
    }
}
