package org.magicanime.local;

import java.util.Collection;
import java.util.Map;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.local.Fates.Fate;

/// Waits for films that were dropped, and shows how far they are.
final class FilmWatch implements AutoCloseable {
    /// Share of the time that goes into cutting.
    private static final double CUTTING = 0.25;

    private final Ledger ledger;
    private final Fates fates;
    private final Lags lags;
    private final Progress progress;
    private final TimeLeft left = new TimeLeft();
    private final long began = System.nanoTime();

    FilmWatch(LocalSystem system, Ledger ledger, Fates fates, Progress progress) {
        this.ledger = ledger;
        this.fates = fates;
        this.progress = progress;
        this.lags = new Lags(system.kafka());
    }

    /// Returns when every one of them is done, rejected or dead.
    void awaitAll(Collection<ObjectOrigin> dropped) throws InterruptedException {
        Map<Fate, Integer> counts;
        do {
            ledger.readOn();
            counts = fates.count(dropped);
            progress.show(new ProgressLine(
                            counts,
                            ledger.clips().size(),
                            spans(),
                            faces(),
                            speech(),
                            captions(),
                            lags.now(),
                            seconds(),
                            left.after(seconds(), finished(dropped)))
                    .text());
        } while (counts.containsKey(Fate.WAITING) || counts.containsKey(Fate.IN_WORK));
        progress.end();
    }

    private int spans() {
        return fates.withPoses()
                ? ledger.posed().stream().mapToInt(clip -> clip.spans().size()).sum()
                : -1;
    }

    private int faces() {
        return fates.withFaces()
                ? ledger.cropped().stream()
                        .mapToInt(clip -> clip.faces().size())
                        .sum()
                : -1;
    }

    private int speech() {
        return fates.withSpeech()
                ? ledger.extracted().stream()
                        .mapToInt(clip -> clip.speech().size())
                        .sum()
                : -1;
    }

    private int captions() {
        return fates.withCaptions()
                ? ledger.captioned().stream()
                        .mapToInt(clip -> 1 + clip.motions().size())
                        .sum()
                : -1;
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /// Clips come in the film's order, so that the last one says how far a film is. A film that is not
    /// known yet counts as one of mean length.
    private double finished(Collection<ObjectOrigin> dropped) {
        double share = 0;
        double known = 0;
        double frames = 0;
        double unknown = 0;
        for (ObjectOrigin origin : dropped) {
            VideoIngested film = fates.film(origin);
            if (film == null) {
                unknown += fates.of(origin) == Fate.WAITING ? 1 : 0;
                continue;
            }
            long all = Math.max(1, film.facts().packets());
            known++;
            frames += all;
            share += fates.of(origin) == Fate.IN_WORK ? Math.min(all, framesDone(film.videoId())) : all;
        }
        return known == 0 ? 0 : share / (frames + unknown * frames / known);
    }

    /// Searching a clip for poses takes several times as long as cutting it.
    private double framesDone(String videoId) {
        long cut = lastFrame(videoId);
        if (!fates.withPoses()) {
            return cut;
        }
        long clips = ledger.clipsOf(videoId).stream()
                .mapToLong(clip -> clip.span().frames())
                .sum();
        long posed = ledger.posedOf(videoId).stream()
                .mapToLong(clip -> clip.span().frames())
                .sum();
        double searched = clips == 0 ? 1 : (double) posed / clips;
        return cut * (CUTTING + (1 - CUTTING) * searched);
    }

    private long lastFrame(String videoId) {
        return ledger.clipsOf(videoId).stream()
                .map(ClipCut::span)
                .mapToLong(span -> span.end())
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        lags.close();
    }
}
