package org.magicanime.dataset;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.contracts.Telling;
import org.magicanime.dataset.domain.AccountingReader;
import org.magicanime.dataset.domain.CaptionReader;
import org.magicanime.dataset.domain.DistributionReader;
import org.magicanime.dataset.domain.ItemReader;
import org.magicanime.dataset.domain.Ledger;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestReader;
import org.magicanime.dataset.domain.StatisticsReader;
import org.magicanime.dataset.domain.TableWriter;
import org.magicanime.dataset.domain.character.CharacterDeciding;
import org.magicanime.dataset.domain.character.CharacterReader;
import org.magicanime.dataset.domain.character.CharacterThreshold;
import org.magicanime.dataset.domain.evaluation.EvaluationReader;
import org.magicanime.dataset.domain.evaluation.EvaluationRequesting;
import org.magicanime.dataset.domain.review.BulkDeciding;
import org.magicanime.dataset.domain.review.PointCorrecting;
import org.magicanime.dataset.domain.review.ReviewDeciding;
import org.magicanime.dataset.domain.review.ReviewLoans;
import org.magicanime.dataset.domain.review.ReviewReader;
import org.magicanime.dataset.domain.review.ReviewerReader;
import org.magicanime.dataset.export.BenchmarkProposing;
import org.magicanime.dataset.export.Freezing;
import org.magicanime.dataset.export.FrozenVersions;
import org.magicanime.dataset.export.ManifestExport;
import org.magicanime.dataset.storage.EvaluationsInStore;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresAccounting;
import org.magicanime.dataset.storage.PostgresCaptions;
import org.magicanime.dataset.storage.PostgresCharacters;
import org.magicanime.dataset.storage.PostgresDistributions;
import org.magicanime.dataset.storage.PostgresItems;
import org.magicanime.dataset.storage.PostgresLedger;
import org.magicanime.dataset.storage.PostgresLoans;
import org.magicanime.dataset.storage.PostgresManifest;
import org.magicanime.dataset.storage.PostgresReviewers;
import org.magicanime.dataset.storage.PostgresReviews;
import org.magicanime.dataset.storage.PostgresStatistics;
import org.magicanime.dataset.storage.StoredPoints;
import org.magicanime.dataset.storage.parquet.DuckDbTableWriter;
import org.magicanime.dataset.web.access.Access;

/// Puts the service together.
@Singleton
class DatasetBeans {
    /// @param listensOn without it, the framework would listen everywhere
    /// @throws ConfigurationException if others reach the service and nothing protects it: it does not start then
    @Produces
    @Singleton
    @Named
    Access access(
            DatasetConfig config,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String listensOn) {
        try {
            return Access.of(listensOn, config.access().tokenFile(), InstantSource.system());
        } catch (IllegalArgumentException e) {
            // Without a cause, of which the framework would show the stack instead of the words.
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Produces
    @Singleton
    LedgerDatabase database(AgroalDataSource source) {
        return new LedgerDatabase(source);
    }

    @Produces
    @Singleton
    Ledger ledger(LedgerDatabase database) {
        return new PostgresLedger(database);
    }

    @Produces
    @Singleton
    LedgerKeeper ledgerKeeper(Ledger ledger) {
        return new LedgerKeeper(ledger);
    }

    @Produces
    @Singleton
    CharacterReader characters(LedgerDatabase database) {
        return new PostgresCharacters(database);
    }

    @Produces
    @Singleton
    CharacterDeciding deciding(CharacterReader characters, Ledger ledger, Telling telling) {
        return new CharacterDeciding(characters, ledger, telling, InstantSource.system());
    }

    @Produces
    @Singleton
    ReviewReader reviews(LedgerDatabase database) {
        return new PostgresReviews(database);
    }

    @Produces
    @Singleton
    ReviewLoans reviewLoans(LedgerDatabase database) {
        return new PostgresLoans(database);
    }

    @Produces
    @Singleton
    ReviewerReader reviewers(LedgerDatabase database) {
        return new PostgresReviewers(database);
    }

    @Produces
    @Singleton
    ReviewDeciding reviewDeciding(ItemReader items, ReviewReader reviews, Ledger ledger, Telling telling) {
        return new ReviewDeciding(items, reviews, ledger, telling, InstantSource.system());
    }

    @Produces
    @Singleton
    BulkDeciding bulkDeciding(ReviewReader reviews, Ledger ledger, Telling telling) {
        return new BulkDeciding(reviews, ledger, telling, InstantSource.system());
    }

    @Produces
    @Singleton
    PointCorrecting pointCorrecting(
            ItemReader items, ReviewReader reviews, ArtifactStore store, StoreConfig config, ReviewDeciding deciding) {
        return new PointCorrecting(items, reviews, new StoredPoints(store, config.artifactsBucket()), deciding);
    }

    @Produces
    @Singleton
    EvaluationReader evaluations(ArtifactStore store, StoreConfig config, DatasetConfig dataset) {
        return new EvaluationsInStore(
                store,
                new EvaluationsInStore.Buckets(
                        config.datasetsBucket(), dataset.submissionsBucket(), config.artifactsBucket()));
    }

    @Produces
    @Singleton
    EvaluationRequesting evaluationRequesting(EvaluationReader evaluations, Telling telling) {
        return new EvaluationRequesting(evaluations, telling);
    }

    /// @throws ConfigurationException if there can be no such threshold: the service does not start then
    @Produces
    @Singleton
    CharacterThreshold characterThreshold(DatasetConfig config) {
        try {
            return new CharacterThreshold(config.characters().threshold());
        } catch (IllegalArgumentException e) {
            // Without a cause, of which the framework would show the stack instead of the words.
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Produces
    @Singleton
    AccountingReader accounting(LedgerDatabase database, DatasetConfig config) {
        return new PostgresAccounting(database, config.lastStage());
    }

    @Produces
    @Singleton
    ItemReader items(LedgerDatabase database) {
        return new PostgresItems(database);
    }

    @Produces
    @Singleton
    CaptionReader captions(LedgerDatabase database) {
        return new PostgresCaptions(database);
    }

    @Produces
    @Singleton
    StatisticsReader statistics(LedgerDatabase database) {
        return new PostgresStatistics(database);
    }

    @Produces
    @Singleton
    DistributionReader distributions(LedgerDatabase database) {
        return new PostgresDistributions(database);
    }

    @Produces
    @Singleton
    ManifestReader manifest(LedgerDatabase database) {
        return new PostgresManifest(database);
    }

    @Produces
    @Singleton
    TableWriter tables() {
        return new DuckDbTableWriter();
    }

    @Produces
    @Singleton
    ManifestExport manifestExport(ManifestReader manifest, TableWriter tables) {
        return new ManifestExport(manifest, tables);
    }

    @Produces
    @Singleton
    BenchmarkProposing benchmarkProposing(ManifestReader manifest, ArtifactStore store, StoreConfig config) {
        return new BenchmarkProposing(manifest, store, config.artifactsBucket());
    }

    @Produces
    @Singleton
    FrozenVersions versions(ArtifactStore store, StoreConfig config) {
        return new FrozenVersions(store, config.datasetsBucket());
    }

    @Produces
    @Singleton
    Freezing freezing(
            LedgerDatabase database,
            AccountingReader accounting,
            ManifestReader manifest,
            StatisticsReader statistics,
            TableWriter tables,
            FrozenVersions versions) {
        return new Freezing(database, accounting, manifest, statistics, tables, versions);
    }
}
