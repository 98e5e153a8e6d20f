package org.magicanime.audio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.audio.domain.SpeechBank;
import org.magicanime.audio.domain.SpeechExtractor;
import org.magicanime.audio.domain.SpeechParameters;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.model.ReadySpeechModels;
import org.magicanime.audio.storage.StoredSpeechArchive;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelClock;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class AudioBeans {
    @Produces
    @Singleton
    ReadySpeechModels models(InferenceConfig inference, MeterRegistry metrics) {
        ModelClock clock = (model, nanos) -> Timer.builder("model.run")
                .description("Time of single runs of a model")
                .tag("model", model)
                .register(metrics)
                .record(nanos, TimeUnit.NANOSECONDS);
        return new ReadySpeechModels(() -> {
            ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
            return new OnnxSpeechModels(
                    new OnnxModels(catalogue, new ModelFiles(inference.modelsFolder()), inference, clock));
        });
    }

    void close(@Disposes ReadySpeechModels models) {
        models.close();
    }

    @Produces
    @Singleton
    SpeechExtractor speechExtractor(
            AudioConfig config,
            ReadySpeechModels models,
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
