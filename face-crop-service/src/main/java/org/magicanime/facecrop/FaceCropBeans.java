package org.magicanime.facecrop;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.facecrop.domain.FaceCropParameters;
import org.magicanime.facecrop.domain.FaceCropper;
import org.magicanime.facecrop.media.AvFaceMedia;
import org.magicanime.facecrop.model.MeshFaceModels;
import org.magicanime.facecrop.storage.StoredFaceArchive;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelClock;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class FaceCropBeans {
    @Produces
    @Singleton
    AwaitedModels<MeshFaceModels> faceModels(FaceCropConfig config, InferenceConfig inference, MeterRegistry metrics) {
        ModelClock clock = (model, nanos) -> Timer.builder("model.run")
                .description("Time of single runs of a model")
                .tag("model", model)
                .register(metrics)
                .record(nanos, TimeUnit.NANOSECONDS);
        return new AwaitedModels<>("face-crop", () -> {
            ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
            ModelFiles files = new ModelFiles(inference.modelsFolder());
            return new MeshFaceModels(
                    catalogue, new OnnxModels(catalogue, files, inference, clock), config.landmarks());
        });
    }

    void close(@Disposes AwaitedModels<MeshFaceModels> models) {
        models.close();
    }

    @Produces
    @Singleton
    FaceCropper faceCropper(
            FaceCropConfig config,
            AwaitedModels<MeshFaceModels> models,
            ArtifactStore store,
            StoreConfig storeConfig,
            WorkFolders workFolders) {
        return new FaceCropper(
                new AvFaceMedia(),
                models,
                new StoredFaceArchive(store, storeConfig.artifactsBucket()),
                new FaceCropParameters(
                        config.face().rules(),
                        config.search().rules(),
                        config.window().shape(),
                        CodecLibrary.version()),
                workFolders);
    }

    void loadModels(@Observes StartupEvent started, AwaitedModels<MeshFaceModels> models) {
        models.open();
    }
}
