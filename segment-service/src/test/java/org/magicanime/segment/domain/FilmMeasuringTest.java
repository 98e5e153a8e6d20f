package org.magicanime.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Why;
import org.magicanime.testkit.DrawnFilm;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmPictures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.FilmReaderCrashedException;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.PictureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.ProbeReport;
import org.magicanime.video.ShrinkOptions;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;

/// A drawn film through real film-reading processes, and networks that say what the tests want.
class FilmMeasuringTest {
    private static final DrawnFilm DRAWN = DrawnFilm.standard(1);

    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static SandboxedFilmReader reader;
    private static Path film;

    @BeforeAll
    static void start() {
        workFolders = WorkFolders.below(folder.resolve("work"));
        reader = new SandboxedFilmReader(SandboxConfig.in(folder.resolve("natives")), workFolders);
        film = folder.resolve("film.mp4");
        DRAWN.write(film);
    }

    @AfterAll
    static void stop() {
        reader.close();
        workFolders.close();
    }

    /// Scores every tenth frame.
    ///
    /// @param missing frames that it loses
    private record Tenths(List<Integer> pictures, int missing) implements ShotNetwork {
        @Override
        public String sha256() {
            return "ab";
        }

        @Override
        public Scoring begin() {
            return new Scoring() {
                @Override
                public void add(byte[] rgb) {
                    pictures.add(rgb.length / (WIDTH * HEIGHT * 3));
                }

                @Override
                public float[] finish() {
                    float[] scores =
                            new float[pictures.stream().mapToInt(count -> count).sum() - missing];
                    for (int frame = 9; frame < scores.length; frame += 10) {
                        scores[frame] = 0.8f;
                    }
                    return scores;
                }
            };
        }
    }

    private static FilmMeasures measured(Detector detector, ShotNetwork network) {
        MeasureOptions usual = MeasureOptions.DEFAULT;
        MeasureOptions options = new MeasureOptions(detector.downscale(), usual.timeout(), usual.memoryMiB());
        return new FilmMeasuring(reader, detector, options, network).measure(film);
    }

    @Test
    void theNetworkSeesEveryFrameAndItsRunsAreTheShots() {
        List<Integer> parts = new ArrayList<>();

        FilmMeasures measures = measured(Detector.TRANSNETV2, new Tenths(parts, 0));

        assertThat(parts.stream().mapToInt(count -> count).sum()).isEqualTo(DRAWN.frames());
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(Detector.TRANSNETV2.shots(measures))
                .hasSize((int) Math.ceil(DRAWN.frames() / 10.0))
                .allSatisfy(shot -> assertThat(shot.first() % 10).isZero());
        assertThat(measures.boundaries()).extracting(Boundary::why).containsOnly(Why.NETWORK);
        assertThat(measures.secondLooks()).isEmpty();
    }

    @Test
    void aSecondOpinionLeavesTheBoundariesAsTheyAre() {
        FilmMeasures alone = reader.measure(film, MeasureOptions.CARTOON, frames -> {});

        FilmMeasures judged = measured(Detector.CARTOON, new Tenths(new ArrayList<>(), 0));

        assertThat(judged.boundaries())
                .isNotEmpty()
                .allSatisfy(boundary -> assertThat(boundary.signals().network()).isBetween(0.0, 1.0));
        assertThat(judged.boundaries().stream()
                        .map(one ->
                                one.withSignals(alone.boundaries().getFirst().signals())))
                .isEqualTo(alone.boundaries().stream()
                        .map(one ->
                                one.withSignals(alone.boundaries().getFirst().signals()))
                        .toList());
        assertThat(judged.secondLooks()).isEqualTo(alone.secondLooks());
        assertThat(Detector.CARTOON.shots(judged)).isEqualTo(Detector.CARTOON.shots(alone));
    }

    @Test
    void aSecondOpinionIsAlsoAddedToCutsOfPySceneDetect() {
        FilmMeasures judged = measured(Detector.CONTENT_0_6_7, new Tenths(new ArrayList<>(), 0));

        assertThat(judged.boundaries())
                .extracting(Boundary::begins)
                .isEqualTo(Detector.CONTENT_0_6_7.shots(judged).stream()
                        .skip(1)
                        .map(shot -> (int) shot.first())
                        .toList());
        assertThat(judged.boundaries())
                .isNotEmpty()
                .allSatisfy(boundary -> assertThat(boundary.signals().network()).isNotNull());
    }

    @Test
    void aNetworkThatLosesFramesIsNotBelieved() {
        assertThatThrownBy(() -> measured(Detector.TRANSNETV2, new Tenths(new ArrayList<>(), 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("when the network looked at it");
    }

    @Test
    void theNetworkHasMoreTimeForALongFilm() {
        Duration pass = Duration.ofHours(2);
        long twoHours = 2 * 3600 * 24;

        assertThat(FilmMeasuring.timeout(pass, 0)).isEqualTo(pass);
        assertThat(FilmMeasuring.timeout(pass, 1000)).isEqualTo(pass.plusSeconds(60));
        assertThat(FilmMeasuring.timeout(pass, twoHours)).isEqualTo(pass.plusSeconds(twoHours * 60 / 1000));
    }

    @Test
    void theReaderIsGivenTheLongerTime() {
        MeasureOptions usual = MeasureOptions.CARTOON;
        Shrinking shrinking = new Shrinking();

        new FilmMeasuring(shrinking, Detector.CARTOON, usual, new Tenths(new ArrayList<>(), 0)).measure(film);

        assertThat(shrinking.given)
                .extracting(ShrinkOptions::timeout)
                .containsExactly(FilmMeasuring.timeout(usual.timeout(), DRAWN.frames()));
    }

    /// It could go on for ever.
    @Test
    void aReaderThatSendsMorePicturesThanItMeasuredIsEnded() {
        List<Integer> parts = new ArrayList<>();
        Shrinking shrinking = new Shrinking();
        shrinking.before = 1;

        assertThatThrownBy(() -> new FilmMeasuring(
                                shrinking, Detector.CARTOON, MeasureOptions.CARTOON, new Tenths(parts, 0))
                        .measure(film))
                .isInstanceOf(FilmReaderCrashedException.class)
                .hasMessageContaining("more pictures than the " + DRAWN.frames());
        assertThat(parts.stream().mapToInt(count -> count).sum()).isLessThanOrEqualTo((int) DRAWN.frames());
    }

    /// The real reader, and what it was asked to shrink.
    private static final class Shrinking implements FilmReader {
        private final List<ShrinkOptions> given = new ArrayList<>();
        /// Pictures that are sent before those of the film.
        private int before;

        @Override
        public ProbeReport probe(Path from, ProbeLimits limits) {
            return reader.probe(from, limits);
        }

        @Override
        public FilmMeasures measure(Path from, MeasureOptions options, LongConsumer progress) {
            return reader.measure(from, options, progress);
        }

        @Override
        public void cut(
                Path from,
                List<FrameSpan> spans,
                CutOptions options,
                boolean damaged,
                Path into,
                Consumer<CutClip> onClip) {
            reader.cut(from, spans, options, damaged, into, onClip);
        }

        @Override
        public FilmPictures pictures(Path from, PictureOptions options, Path into) {
            return reader.pictures(from, options, into);
        }

        @Override
        public void shrink(Path from, ShrinkOptions options, Consumer<byte[]> onPictures) {
            given.add(options);
            if (before > 0) {
                onPictures.accept(new byte[before * options.bytes()]);
            }
            reader.shrink(from, options, onPictures);
        }
    }

    @Test
    void theDetectorIsNotPutTogetherWithoutItsNetwork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FilmMeasuring(reader, Detector.TRANSNETV2, MeasureOptions.CARTOON, null))
                .withMessageContaining("transnetv2");
    }

    @Test
    void theSecondLookIsAmongTheParametersOfCartoon() {
        assertThat(parameters(Detector.CARTOON).byName())
                .containsEntry("shots.second-look.ends", "0.65")
                .containsEntry("shots.second-look.structure", "0.7")
                .containsEntry("shots.second-look.unexplained", "0.08")
                .containsEntry("shots.second-look.changed", "0.12")
                .containsEntry("shots.second-look.calm", "2.0")
                .containsEntry("shots.second-look.lasting", "0.75");
    }

    /// What was made with PySceneDetect's detectors before there were second looks and networks keeps its keys.
    @Test
    void theParametersOfPySceneDetectAreAsTheyWere() {
        Map<String, String> usual = Map.ofEntries(
                Map.entry("revision", "3"),
                Map.entry("codec", "codec"),
                Map.entry("detector", "content-0.6.7"),
                Map.entry("clip.shortest-seconds", "1.0"),
                Map.entry("clip.longest-seconds", "8.0"),
                Map.entry("clip.target-seconds", "5.0"),
                Map.entry("clip.black-share", "0.98"),
                Map.entry("clip.blank-deviation", "2.0"),
                Map.entry("clip.fade-luma", "10.0"),
                Map.entry("clip.longest-fade-seconds", "4.0"),
                Map.entry("clip.longest-still-seconds", "2.0"),
                Map.entry("clip.most-interlaced", "1.0"),
                Map.entry("encoder", "libopenh264"),
                Map.entry("encoder.least-ssim", "0.98"),
                Map.entry("encoder.rc_mode", "quality"),
                Map.entry("encoder.b", "8000000"),
                Map.entry("encoder.qmin", "10"),
                Map.entry("encoder.qmax", "24"));
        Map<String, String> older = new TreeMap<>(usual);
        older.put("detector", "paper-2024");

        assertThat(parameters(Detector.CONTENT_0_6_7).byName()).isEqualTo(usual);
        assertThat(parameters(Detector.PAPER_2024).byName()).isEqualTo(older);
    }

    private static SegmentParameters parameters(Detector detector) {
        return new SegmentParameters(detector, ClipRules.DEFAULT, MeasureOptions.CARTOON, CutOptions.DEFAULT, "codec");
    }

    /// Artifacts of other networks, or of none, are other ones.
    @Test
    void theDigestOfTheNetworkIsAParameter() {
        SegmentParameters plain = new SegmentParameters(
                Detector.CARTOON, ClipRules.DEFAULT, MeasureOptions.CARTOON, CutOptions.DEFAULT, "codec");
        Map<String, String> judged = plain.withNetwork("ab").byName();

        assertThat(judged).containsEntry("model.transnetv2", "ab").containsEntry("second-opinion", "transnetv2");
        assertThat(plain.byName()).doesNotContainKeys("model.transnetv2", "second-opinion");
        assertThat(plain.withNetwork("ab").hash()).isNotEqualTo(plain.hash());
        assertThat(new SegmentParameters(
                                Detector.TRANSNETV2,
                                ClipRules.DEFAULT,
                                MeasureOptions.CARTOON,
                                CutOptions.DEFAULT,
                                "codec",
                                "ab")
                        .byName())
                .containsEntry("detector", "transnetv2")
                .containsEntry("shots.network.threshold", "0.5")
                .doesNotContainKey("second-opinion");
    }
}
