package org.magicanime.ingest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.ingest.domain.FilmIntake;
import org.magicanime.ingest.domain.ReceiptBook;
import org.magicanime.ingest.domain.Reconciler;
import org.magicanime.ingest.storage.StoredReceiptBook;
import org.magicanime.video.FilmReader;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class IngestBeans {
    @Produces
    @Singleton
    ReceiptBook receiptBook(ArtifactStore store, StoreConfig config) {
        return new StoredReceiptBook(store, config.artifactsBucket());
    }

    @Produces
    @Singleton
    FilmIntake filmIntake(
            IngestConfig config,
            ArtifactStore store,
            StoreConfig storeConfig,
            FilmReader reader,
            ReceiptBook receipts,
            WorkFolders workFolders) {
        return new FilmIntake(store, reader, receipts, config.limits(), workFolders, storeConfig.artifactsBucket());
    }

    @Produces
    @Singleton
    Reconciler reconciler(IngestConfig config, ArtifactStore store, StoreConfig storeConfig, ReceiptBook receipts) {
        return new Reconciler(
                store, receipts, storeConfig.ingestBucket(), config.reconcilePatience(), Clock.systemUTC());
    }
}
