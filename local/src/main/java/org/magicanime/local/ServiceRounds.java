package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.local.FilmFiles.FilmFile;

/// Takes one film through the services again and again. Between the rounds everything that is known of it is removed
/// from the store, so that each round does all the work.
final class ServiceRounds {
    private final LocalSystem system;
    private final Path film;

    ServiceRounds(LocalSystem system, Path film) {
        this.system = system;
        this.film = film;
    }

    /// One round more, the first, warms up, as it does where the film is cut in one process.
    ///
    /// @return seconds of each round, from the drop until all frames are accounted for
    double[] run(int rounds) throws IOException {
        double[] seconds = new double[rounds];
        try (MinioArtifactStore store = system.store();
                Ledger ledger = new Ledger(system.kafka())) {
            round(store, ledger, 0);
            for (int round = 1; round <= rounds; round++) {
                forget(store);
                seconds[round - 1] = round(store, ledger, round);
            }
        }
        return seconds;
    }

    /// @param before how often the film went through before
    private double round(MinioArtifactStore store, Ledger ledger, int before) throws IOException {
        long began = System.nanoTime();
        ObjectOrigin origin = new Dropping(Style.UNKNOWN, "round-" + before)
                .drop(List.of(new FilmFile(film, List.of())), store)
                .values()
                .iterator()
                .next();
        Fates fates = new Fates(ledger, LastStage.SEGMENT);
        VideoIngested ingested = null;
        while (ingested == null || ledger.segmentations(ingested.videoId()) == before) {
            ledger.readOn();
            ingested = fates.film(origin);
            if (fates.of(origin) == Fates.Fate.REJECTED || fates.of(origin) == Fates.Fate.DEAD) {
                throw new IllegalArgumentException(film + " does not get through");
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void forget(MinioArtifactStore store) {
        for (String bucket : List.of(LocalSystem.INGEST, LocalSystem.ARTIFACTS)) {
            List<String> keys = new ArrayList<>();
            store.list(bucket, "", object -> keys.add(object.key()));
            keys.forEach(key -> store.delete(bucket, key));
        }
    }
}
