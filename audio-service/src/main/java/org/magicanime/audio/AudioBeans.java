package org.magicanime.audio;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.audio.domain.SpeechBank;
import org.magicanime.audio.domain.SpeechExtractor;
import org.magicanime.audio.domain.SpeechParameters;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.storage.StoredSpeechArchive;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.onnx.MeteredModels;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class AudioBeans {
    @Produces
    @Singleton
    AwaitedModels<OnnxSpeechModels> models(AudioConfig config, InferenceConfig inference, MeterRegistry metrics) {
        return new AwaitedModels<>("audio", () -> {
            ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
            return new OnnxSpeechModels(
                    MeteredModels.of(catalogue, inference, metrics),
                    config.separation().map(catalogue::entry));
        });
    }

    void close(@Disposes AwaitedModels<OnnxSpeechModels> models) {
        models.close();
    }

    void loadModels(@Observes StartupEvent started, AwaitedModels<OnnxSpeechModels> models) {
        models.open();
    }

    @Produces
    @Singleton
    SpeechExtractor speechExtractor(
            AudioConfig config,
            AwaitedModels<OnnxSpeechModels> models,
            ArtifactStore store,
            StoreConfig storeConfig,
            WorkFolders workFolders) {
        return new SpeechExtractor(
                new AvSoundMedia(),
                models::get,
                new StoredSpeechArchive(store, storeConfig.artifactsBucket()),
                new SpeechParameters(config.rules(), CodecLibrary.version()),
                SpeechBank.ofProject(),
                workFolders);
    }
}
