package org.magicanime.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Boundary.Why;
import org.magicanime.shots.SecondLook;
import org.magicanime.video.FilmMeasures;

/// The shots of a film, written in several ways.
final class ShotListing {
    private static final double USUAL_RATE = 24;

    private final Path film;
    private final FilmMeasures measures;
    private final List<Boundary> boundaries;
    private final List<FrameSpan> shots;
    private final List<SecondLook> secondLooks;
    private final double rate;

    /// @param secondLooks of a detector that looks twice
    ShotListing(
            Path film,
            FilmMeasures measures,
            List<Boundary> boundaries,
            List<FrameSpan> shots,
            List<SecondLook> secondLooks) {
        this.film = film;
        this.measures = measures;
        this.boundaries = boundaries;
        this.shots = shots;
        this.secondLooks = secondLooks;
        double told = measures.frameRate().asDouble();
        this.rate = told > 0 ? told : USUAL_RATE;
    }

    void table(PrintStream out) {
        out.printf("%-9s %8s %8s  %-12s %s%n", "boundary", "first", "end", "time", "confidence");
        for (Boundary boundary : boundaries) {
            out.printf(
                    Locale.ROOT,
                    "%-9s %8d %8d  %-12s %.2f%s%n",
                    name(boundary),
                    boundary.first(),
                    boundary.end(),
                    clock(seconds(boundary.first())),
                    boundary.confidence(),
                    boundary.why() == Why.SECOND_LOOK ? "  found on a second look" : "");
        }
        out.printf(Locale.ROOT, "%d frames, %d shots%n", measures.frames(), shots.size());
    }

    void json(PrintStream out) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode();
        Rational fps = measures.frameRate();
        all.put("frames", measures.frames());
        all.put("fps", fps.numerator() + "/" + fps.denominator());
        ArrayNode told = all.putArray("boundaries");
        for (Boundary boundary : boundaries) {
            told.addObject()
                    .put("kind", name(boundary))
                    .put("first", boundary.first())
                    .put("end", boundary.end())
                    .put("confidence", rounded(boundary.confidence()))
                    .put("why", boundary.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        ArrayNode spans = all.putArray("shots");
        for (FrameSpan shot : shots) {
            spans.addObject().put("first", shot.first()).put("end", shot.end());
        }
        ArrayNode looks = all.putArray("secondLooks");
        for (SecondLook look : secondLooks) {
            Signals ends = look.ends();
            looks.addObject()
                    .put("first", look.frames().first())
                    .put("end", look.frames().end())
                    .put("brightness", rounded(ends.brightness()))
                    .put("colour", rounded(ends.colour()))
                    .put("structure", rounded(ends.structure()))
                    .put("unexplained", rounded(ends.unexplained()))
                    .put("changed", rounded(ends.changed()))
                    .put("cut", look.cut());
        }
        out.println(mapper.writeValueAsString(all));
    }

    void csv(PrintStream out) {
        out.println("shot,first,end,first_seconds,end_seconds");
        for (int i = 0; i < shots.size(); i++) {
            FrameSpan shot = shots.get(i);
            out.printf(
                    Locale.ROOT,
                    "%d,%d,%d,%.6f,%.6f%n",
                    i + 1,
                    shot.first(),
                    shot.end(),
                    seconds(shot.first()),
                    seconds(shot.end()));
        }
    }

    /// Frames at the nominal rate, without drops: what an edit decision list can say.
    void edl(PrintStream out) {
        out.printf("TITLE: %s%nFCM: NON-DROP FRAME%n", film.getFileName());
        for (int i = 0; i < shots.size(); i++) {
            FrameSpan shot = shots.get(i);
            String first = frameCode(shot.first());
            String end = frameCode(shot.end());
            out.printf(Locale.ROOT, "%n%03d  AX       V     C        %s %s %s %s%n", i + 1, first, end, first, end);
        }
    }

    /// Time is frame number by frame rate there, whatever the film's time stamps say.
    void pySceneDetect(PrintStream out) {
        out.println(shots.stream()
                .skip(1)
                .map(shot -> clock(shot.first() / rate))
                .collect(Collectors.joining(",", shots.size() > 1 ? "Timecode List:," : "Timecode List:", "")));
        out.println("Scene Number,Start Frame,Start Timecode,Start Time (seconds),End Frame,End Timecode,"
                + "End Time (seconds),Length (frames),Length (timecode),Length (seconds)");
        for (int i = 0; i < shots.size(); i++) {
            FrameSpan shot = shots.get(i);
            out.printf(
                    Locale.ROOT,
                    "%d,%d,%s,%.3f,%d,%s,%.3f,%d,%s,%.3f%n",
                    i + 1,
                    shot.first() + 1,
                    clock(shot.first() / rate),
                    shot.first() / rate,
                    shot.end(),
                    clock(shot.end() / rate),
                    shot.end() / rate,
                    shot.frames(),
                    clock(shot.frames() / rate),
                    shot.frames() / rate);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static String name(Boundary boundary) {
        return boundary.kind().name().toLowerCase(Locale.ROOT);
    }

    /// From the first frame of the film, by its own time stamps.
    private double seconds(long frame) {
        long[] ticks = measures.ticks();
        int last = measures.frames() - 1;
        long tick = frame <= last ? ticks[(int) frame] : ticks[last] + measures.durations()[last];
        return (tick - ticks[0]) * measures.timeBase().asDouble();
    }

    private static String clock(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    private String frameCode(long frame) {
        long nominal = Math.max(1, Math.round(rate));
        long seconds = frame / nominal;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60, frame % nominal);
    }
}
