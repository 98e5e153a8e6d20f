package org.magicanime.eval;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.magicanime.eval.domain.PerceptualDistance;
import org.magicanime.eval.domain.ReportWriter;
import org.magicanime.eval.domain.RequestFiles;
import org.magicanime.eval.model.OnnxLpips;
import org.magicanime.eval.storage.StoredEvaluations;
import org.magicanime.eval.storage.StoredRequests;
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

    /// LPIPS, where its model was fetched. A model that comes while the service runs is not looked for: evaluations
    /// with and without it are different ones.
    record Perceptual(Optional<OnnxLpips> model) {
        Optional<PerceptualDistance> distance() {
            return model.map(lpips -> lpips);
        }

        Optional<String> sha256() {
            return model.map(lpips -> lpips.entry().sha256());
        }
    }

    @Produces
    @Singleton
    Perceptual perceptual(InferenceConfig inference, MeterRegistry metrics) {
        try {
            ModelCatalogue catalogue = ModelCatalogue.in(inference.modelsFolder());
            return new Perceptual(Optional.of(new OnnxLpips(MeteredModels.of(catalogue, inference, metrics))));
        } catch (ModelMissingException e) {
            LOG.infof("reports have no LPIPS: %s", e.getMessage());
            return new Perceptual(Optional.empty());
        }
    }

    void close(@Disposes Perceptual perceptual) {
        perceptual.model().ifPresent(OnnxLpips::close);
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
    EvaluationPlanner planner(EvaluationArchive archive, Perceptual perceptual) {
        return new EvaluationPlanner(archive, new EvaluationParameters(CodecLibrary.version(), perceptual.sha256()));
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
    CaseScorer scorer(
            EvalConfig config,
            FilmReader reader,
            EvaluationArchive archive,
            Perceptual perceptual,
            WorkFolders workFolders) {
        return new CaseScorer(
                reader, archive, perceptual.distance(), workFolders, config.timeout(), config.memoryMib());
    }

    @Produces
    @Singleton
    ReportWriter reportWriter(EvaluationArchive archive) {
        return new ReportWriter(archive, StoredEvaluations::json);
    }
}
