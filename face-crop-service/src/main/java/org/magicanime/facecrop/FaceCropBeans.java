package org.magicanime.facecrop;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.facecrop.domain.FaceCropParameters;
import org.magicanime.facecrop.domain.FaceCropper;
import org.magicanime.facecrop.media.AvFaceMedia;
import org.magicanime.facecrop.model.CatalogueFaceModels;
import org.magicanime.facecrop.storage.StoredFaceArchive;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.onnx.MeteredModels;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class FaceCropBeans {
    @Produces
    @Singleton
    AwaitedModels<CatalogueFaceModels> faceModels(
            FaceCropConfig config, InferenceConfig inference, MeterRegistry metrics) {
        return new AwaitedModels<>("face-crop", () -> {
            ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
            return new CatalogueFaceModels(
                    catalogue, MeteredModels.of(catalogue, inference, metrics), config.landmarks());
        });
    }

    void close(@Disposes AwaitedModels<CatalogueFaceModels> models) {
        models.close();
    }

    @Produces
    @Singleton
    FaceCropper faceCropper(
            FaceCropConfig config,
            AwaitedModels<CatalogueFaceModels> models,
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

    void loadModels(@Observes StartupEvent started, AwaitedModels<CatalogueFaceModels> models) {
        models.open();
    }
}
