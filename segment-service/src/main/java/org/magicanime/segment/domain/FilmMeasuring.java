package org.magicanime.segment.domain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.magicanime.shots.Boundary;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.Scan;
import org.magicanime.video.ShrinkOptions;

/// Measures a film and, where a network is asked, has it look at the film, too: in a second pass, whose small pictures
/// come from the process that decodes, some at a time.
public final class FilmMeasuring {
    /// Wall time that a network may take for each frame: five times what one core takes for it.
    private static final Duration OF_A_FRAME = Duration.ofMillis(60);

    private final FilmReader reader;
    private final Detector detector;
    private final MeasureOptions options;
    private final @Nullable ShotNetwork network;

    /// @param network decides with {@link Detector#TRANSNETV2}; with others it only adds its scores; absent if it
    ///     is not asked
    public FilmMeasuring(FilmReader reader, Detector detector, MeasureOptions options, @Nullable ShotNetwork network) {
        if (network == null && detector.needsNetwork()) {
            throw new IllegalArgumentException("the detector " + detector.id() + " needs its network");
        }
        this.reader = reader;
        this.detector = detector;
        this.options = options;
        this.network = network;
    }

    /// Boundaries are those of the detector.
    public FilmMeasures measure(Path film) {
        return measure(film, scan -> {});
    }

    /// Likewise, unless the film is refused.
    ///
    /// @param check throws if the network need not look, which takes longest
    public FilmMeasures measure(Path film, Consumer<Scan> check) {
        FilmMeasures measures = reader.measure(film, options, frames -> {});
        check.accept(measures.scan());
        if (network == null) {
            return measures;
        }
        float[] scores = scores(film, measures, network);
        if (detector.needsNetwork()) {
            return measures.withBoundaries(NetworkShots.boundaries(scores), List.of());
        }
        List<Boundary> judged = NetworkShots.withOpinion(detector.boundaries(measures), scores);
        return measures.withBoundaries(judged, measures.secondLooks());
    }

    private float[] scores(Path film, FilmMeasures measures, ShotNetwork asked) {
        ShotNetwork.Scoring scoring = asked.begin();
        ShrinkOptions small = new ShrinkOptions(
                ShotNetwork.WIDTH,
                ShotNetwork.HEIGHT,
                measures.isDamaged(),
                timeout(options.timeout(), measures.frames()),
                options.memoryMiB());
        long most = (long) measures.frames() * small.bytes();
        AtomicLong seen = new AtomicLong();
        reader.shrink(film, small, rgb -> {
            // The process that decodes could send pictures for ever, and a score is kept of each.
            if (seen.addAndGet(rgb.length) > most) {
                throw new IllegalArgumentException("more pictures than the " + measures.frames() + " that it measured");
            }
            scoring.add(rgb);
        });
        float[] scores = scoring.finish();
        if (scores.length != measures.frames()) {
            throw new IllegalStateException("the film had " + measures.frames() + " frames when it was measured, and "
                    + scores.length + " when the network looked at it");
        }
        return scores;
    }

    /// The process that decodes waits for the network, which is slower than any decoder.
    ///
    /// @param pass wall time that one pass over a film may take
    static Duration timeout(Duration pass, long frames) {
        return pass.plus(OF_A_FRAME.multipliedBy(frames));
    }
}
