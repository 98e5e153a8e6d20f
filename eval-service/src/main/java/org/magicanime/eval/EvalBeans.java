package org.magicanime.eval;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.eval.domain.CaseScorer;
import org.magicanime.eval.domain.EvaluationArchive;
import org.magicanime.eval.domain.EvaluationParameters;
import org.magicanime.eval.domain.EvaluationPlanner;
import org.magicanime.eval.domain.ReportWriter;
import org.magicanime.eval.domain.RequestFiles;
import org.magicanime.eval.model.OnnxLpips;
import org.magicanime.eval.storage.StoredEvaluations;
import org.magicanime.eval.storage.StoredRequests;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.InferenceConfig;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.onnx.MeteredModels;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.FilmReader;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class EvalBeans {
    private static final Logger LOG = Logger.getLogger(EvalBeans.class);

    @Produces
    @Singleton
    AwaitedModels<Evaluators> evaluators(
            EvalConfig config,
            InferenceConfig inference,
            MeterRegistry metrics,
            FilmReader reader,
            EvaluationArchive archive,
            WorkFolders workFolders) {
        return new AwaitedModels<>("eval", () -> {
            Optional<OnnxLpips> lpips = lpips(inference, metrics);
            return new Evaluators(
                    new EvaluationPlanner(
                            archive,
                            new EvaluationParameters(
                                    CodecLibrary.version(),
                                    lpips.map(model -> model.entry().sha256()))),
                    new CaseScorer(
                            reader,
                            archive,
                            lpips.map(model -> model),
                            workFolders,
                            config.timeout(),
                            config.memoryMib()),
                    lpips);
        });
    }

    /// Where its model was fetched. One that comes while the service runs is not looked for: evaluations with and
    /// without it are different ones.
    static Optional<OnnxLpips> lpips(InferenceConfig inference, MeterRegistry metrics) {
        try {
            ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
            return Optional.of(new OnnxLpips(MeteredModels.of(catalogue, inference, metrics)));
        } catch (ModelMissingException e) {
            LOG.infof("reports have no LPIPS: %s", e.getMessage());
            return Optional.empty();
        }
    }

    void close(@Disposes AwaitedModels<Evaluators> evaluators) {
        evaluators.close();
    }

    void loadModels(@Observes StartupEvent started, AwaitedModels<Evaluators> evaluators) {
        evaluators.open();
    }

    @Produces
    @Singleton
    EvaluationArchive archive(EvalConfig config, ArtifactStore store, StoreConfig storeConfig) {
        return new StoredEvaluations(
                store,
                new StoredEvaluations.Buckets(
                        storeConfig.datasetsBucket(), config.submissionsBucket(), storeConfig.artifactsBucket()),
                config.largestVideo());
    }

    @Produces
    @Singleton
    RequestFiles requestFiles(EvalConfig config, ArtifactStore store, StoreConfig storeConfig) {
        return new RequestFiles(
                new StoredRequests(store, config.submissionsBucket(), storeConfig.artifactsBucket()),
                Clock.systemUTC());
    }

    @Produces
    @Singleton
    ReportWriter reportWriter(EvaluationArchive archive) {
        return new ReportWriter(archive, StoredEvaluations::json);
    }
}
