package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Boundary.Why;
import org.magicanime.shots.SecondLook;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.Scan;

class ShotListingTest {
    private static final int FRAMES = 48;
    private static final Signals NOTHING = new Signals(0, 0, 0, 0, 0, 0);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final ShotListing listing = listing();

    private static ShotListing listing() {
        List<Boundary> boundaries = List.of(
                Boundary.certainCut(10),
                new Boundary(Kind.FLASH, 12, 14, 14, 0.75, NOTHING),
                new Boundary(Kind.CUT, 30, 30, 30, 0.5, NOTHING, Why.SECOND_LOOK));
        FilmMeasures film = new FilmMeasures(
                640,
                360,
                new Rational(24, 1),
                new Rational(1, 24),
                LongStream.range(100, 100 + FRAMES).toArray(),
                LongStream.generate(() -> 1).limit(FRAMES).toArray(),
                new double[0],
                new float[FRAMES],
                new float[FRAMES],
                new float[FRAMES],
                new int[FRAMES],
                new boolean[FRAMES],
                false,
                boundaries,
                List.of(),
                Scan.UNKNOWN);
        List<FrameSpan> shots = List.of(new FrameSpan(0, 10), new FrameSpan(10, FRAMES));
        SecondLook look = new SecondLook(new FrameSpan(10, FRAMES), new Signals(8, 1.5, 0.87654, 0.16, 0.3, 0), 30);
        SecondLook whole = new SecondLook(new FrameSpan(30, FRAMES), NOTHING, null);
        return new ShotListing(Path.of("film.mp4"), film, boundaries, shots, List.of(look, whole));
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void jsonHasFramesRateBoundariesAndShots() throws Exception {
        listing.json(out);
        assertThat(written().strip()).isEqualTo("""
                {"frames":48,"fps":"24/1","boundaries":[\
                {"kind":"cut","first":10,"end":10,"confidence":1.0,"why":"first-look"},\
                {"kind":"flash","first":12,"end":14,"confidence":0.75,"why":"first-look"},\
                {"kind":"cut","first":30,"end":30,"confidence":0.5,"why":"second-look"}],\
                "shots":[{"first":0,"end":10},{"first":10,"end":48}],\
                "secondLooks":[{"first":10,"end":48,"brightness":8.0,"colour":1.5,"structure":0.877,\
                "unexplained":0.16,"changed":0.3,"cut":30},\
                {"first":30,"end":48,"brightness":0.0,"colour":0.0,"structure":0.0,\
                "unexplained":0.0,"changed":0.0,"cut":null}]}""");
    }

    @Test
    void csvCountsFromTheFilmsOwnFirstTime() {
        listing.csv(out);
        assertThat(written().lines())
                .containsExactly(
                        "shot,first,end,first_seconds,end_seconds",
                        "1,0,10,0.000000,0.416667",
                        "2,10,48,0.416667,2.000000");
    }

    @Test
    void anEditListHasOneEventForEachShot() {
        listing.edl(out);
        assertThat(written())
                .startsWith("TITLE: film.mp4")
                .contains("001  AX       V     C        00:00:00:00 00:00:00:10 00:00:00:00 00:00:00:10")
                .contains("002  AX       V     C        00:00:00:10 00:00:02:00 00:00:00:10 00:00:02:00");
    }

    @Test
    void theSceneListOfPySceneDetectCountsFromOne() {
        listing.pySceneDetect(out);
        assertThat(written().lines().toList())
                .startsWith("Timecode List:,00:00:00.417")
                .contains("1,1,00:00:00.000,0.000,10,00:00:00.417,0.417,10,00:00:00.417,0.417")
                .contains("2,11,00:00:00.417,0.417,48,00:00:02.000,2.000,38,00:00:01.583,1.583");
    }

    @Test
    void theTableSaysWhatASecondLookFound() {
        listing.table(out);
        assertThat(written().lines().filter(line -> line.contains("second look")))
                .singleElement()
                .asString()
                .startsWith("cut             30");
    }
}
