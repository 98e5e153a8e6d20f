package org.magicanime.segment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ObjectChangedException;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.RejectedException;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.segment.domain.ClipRules;
import org.magicanime.segment.domain.Detector;
import org.magicanime.segment.domain.FilmSegments;
import org.magicanime.segment.domain.SegmentParameters;
import org.magicanime.segment.domain.ShotNetwork;
import org.magicanime.segment.domain.VideoCutter;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.SecondLook;
import org.magicanime.testkit.DrawnFilm;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmPictures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.PictureOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.ProbeReport;
import org.magicanime.video.Scan;
import org.magicanime.video.ShrinkOptions;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;

/// A film drawn by code through real film-reading processes into a real store.
class VideoCutterTest {
    private static final long FADE_EDGE = 5;
    private static final DrawnFilm DRAWN = DrawnFilm.standard(1);

    private static final SegmentParameters PARAMETERS = new SegmentParameters(
            Detector.CARTOON, ClipRules.DEFAULT, MeasureOptions.CARTOON, CutOptions.DEFAULT, CodecLibrary.version());

    private static final SecondLook LOOK =
            new SecondLook(new FrameSpan(0, 30), new Signals(4, 1, 0.9, 0.2, 0.3, 0), 12);

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

    @Test
    void everyFrameIsInExactlyOneClipOrRejectionAndTheClipsAreTheScenesThatWereDrawn() throws Exception {
        try (LocalStore store = new LocalStore(folder.resolve("account"))) {
            List<PipelineEvent> events = cut(store, reader);
            List<FrameSpan> spans = new ArrayList<>();
            clips(events).forEach(clip -> spans.add(clip.span()));
            rejections(events).forEach(rejection -> spans.add(rejection.span()));
            spans.sort(Comparator.comparingLong(FrameSpan::first));
            long next = 0;
            for (FrameSpan span : spans) {
                assertThat(span.first()).as("frame after the span before").isEqualTo(next);
                next = span.end();
            }
            assertThat(next).isEqualTo(DRAWN.frames());
            assertClipsAreScenes(clips(events));
            assertThat(rejections(events)).allSatisfy(rejection -> {
                assertThat(rejection.measured()).isNotNull();
                assertThat(rejection.threshold()).isNotNull();
            });
            VideoSegmented closing = (VideoSegmented) events.getLast();
            assertThat(closing.frames()).isEqualTo(DRAWN.frames());
            assertThat(closing.clips()).isEqualTo(clips(events).size());
            assertThat(closing.rejections()).isEqualTo(rejections(events).size());
            assertThat(closing.framesKept())
                    .isEqualTo(clips(events).stream()
                            .mapToLong(clip -> clip.span().frames())
                            .sum());
            for (ClipCut clip : clips(events)) {
                for (ArtifactRef ref : List.of(clip.clip(), clip.sound(), clip.firstFrame(), clip.frames())) {
                    byte[] kept = store.client()
                            .find(ref.bucket(), ref.key(), 64 << 20)
                            .orElseThrow();
                    assertThat(LocalStore.sha256(kept)).as(ref.key()).isEqualTo(ref.sha256());
                }
            }
        }
    }

    @Test
    void aFilmThatIsDividedAlreadyIsToldAgainWithoutBeingRead() throws Exception {
        try (LocalStore store = new LocalStore(folder.resolve("again"))) {
            List<PipelineEvent> events = cut(store, reader);
            Counting reads = new Counting();
            assertThat(cut(store, reads)).containsExactlyInAnyOrderElementsOf(events);
            assertThat(reads.measured).isZero();
            assertThat(reads.cut).isEmpty();
        }
    }

    @Test
    void whoDiesInTheMiddleCutsOnlyWhatIsMissingAndMakesTheSame() throws Exception {
        try (LocalStore undisturbed = new LocalStore(folder.resolve("undisturbed"));
                LocalStore store = new LocalStore(folder.resolve("disturbed"))) {
            List<PipelineEvent> told = new ArrayList<>();
            VideoIngested video = store.ingest(film);
            assertThatThrownBy(() -> cutter(store, reader).cut(video, event -> {
                        if (told.size() == 2) {
                            throw new IllegalStateException("killed");
                        }
                        told.add(event);
                    }))
                    .hasMessage("killed");

            Counting reads = new Counting();
            List<PipelineEvent> events = new ArrayList<>();
            cutter(store, reads).cut(video, events::add);
            List<PipelineEvent> expected = cut(undisturbed, reader);
            assertThat(events).containsAll(told).isEqualTo(expected);
            // The third clip was kept but not told.
            assertThat(reads.cut)
                    .isNotEmpty()
                    .isEqualTo(clips(expected).stream()
                            .map(ClipCut::span)
                            .skip(told.size() + 1)
                            .toList());
        }
    }

    @Test
    void whatWasSearchedAgainAndWhatTheNetworkThinksIsKept() throws Exception {
        SegmentParameters parameters = PARAMETERS.withNetwork("ab");
        try (LocalStore store = new LocalStore(folder.resolve("opinion"))) {
            StoredClipArchive archive = new StoredClipArchive(store.client(), LocalStore.BUCKET);
            VideoIngested video = store.ingest(film);
            FilmMeasures measures = reader.measure(film, MeasureOptions.CARTOON, frames -> {});

            new VideoCutter(lookingAgain(), archive, parameters, workFolders, new Certain(0.75f))
                    .cut(video, event -> {});

            FilmSegments kept = archive.findSegments(video.videoId(), parameters.hash())
                    .orElseThrow()
                    .content();
            assertThat(kept.boundaries())
                    .isNotEmpty()
                    .allSatisfy(
                            boundary -> assertThat(boundary.signals().network()).isEqualTo(0.75));
            assertThat(kept.boundaries())
                    .extracting(Boundary::first)
                    .isEqualTo(
                            measures.boundaries().stream().map(Boundary::first).toList());
            assertThat(kept.secondLooks()).containsExactly(LOOK);
            assertThat(kept.parameters()).containsEntry("model.transnetv2", "ab");
        }
    }

    @Test
    void aFilmThatIsRefusedAsInterlacedIsNotShownToTheNetwork() throws Exception {
        Counting reads = new Counting();
        reads.seeing = measures -> withScan(measures, new Scan(Scan.Kind.INTERLACED, 100, 0.9));
        ClipRules progressive = new ClipRules(1, 8, 5, 0.98, 2, 10, 4, 2, 0.5);
        SegmentParameters parameters = new SegmentParameters(
                Detector.CARTOON,
                progressive,
                MeasureOptions.CARTOON,
                CutOptions.DEFAULT,
                CodecLibrary.version(),
                "ab");
        try (LocalStore store = new LocalStore(folder.resolve("interlaced"))) {
            VideoCutter cutter = new VideoCutter(
                    reads,
                    new StoredClipArchive(store.client(), LocalStore.BUCKET),
                    parameters,
                    workFolders,
                    new Certain(0.75f));
            VideoIngested video = store.ingest(film);

            assertThatThrownBy(() -> cutter.cut(video, event -> {}))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.rejection().code()).isEqualTo("interlaced"));

            assertThat(reads.measured).isOne();
            assertThat(reads.shrunk).isZero();
        }
    }

    /// Films that were divided before there were second looks and networks are not divided again.
    @Test
    void theRecordOfAnEarlierVersionIsRead() throws Exception {
        try (LocalStore store = new LocalStore(folder.resolve("earlier"))) {
            List<PipelineEvent> events = cut(store, lookingAgain());
            VideoSegmented closing = (VideoSegmented) events.getLast();
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode json = (ObjectNode) mapper.readTree(store.client()
                    .find(
                            LocalStore.BUCKET,
                            ArtifactKeys.ofVideo(closing.videoId(), closing.paramsHash(), "segments.json"),
                            64 << 20)
                    .orElseThrow());
            assertThat(json.remove("secondLooks")).isNotEmpty();
            for (JsonNode boundary : json.withArray("boundaries")) {
                assertThat(((ObjectNode) boundary).remove("why")).isNotNull();
                ((ObjectNode) boundary.get("signals")).remove("network");
            }
            String earlier = "0123456789abcdef";
            json.put("paramsHash", earlier);
            store.client()
                    .put(
                            LocalStore.BUCKET,
                            ArtifactKeys.ofVideo(closing.videoId(), earlier, "segments.json"),
                            mapper.writeValueAsBytes(json),
                            "application/json");

            FilmSegments read = new StoredClipArchive(store.client(), LocalStore.BUCKET)
                    .findSegments(closing.videoId(), earlier)
                    .orElseThrow()
                    .content();

            assertThat(read.secondLooks()).isEmpty();
            assertThat(read.boundaries()).isNotEmpty().allSatisfy(boundary -> {
                assertThat(boundary.why()).isEqualTo(Boundary.Why.FIRST_LOOK);
                assertThat(boundary.signals().network()).isNull();
            });
            assertThat(read.clips()).isEqualTo(clips(events));
        }
    }

    private static FilmMeasures withScan(FilmMeasures one, Scan scan) {
        return new FilmMeasures(
                one.width(),
                one.height(),
                one.frameRate(),
                one.timeBase(),
                one.ticks(),
                one.durations(),
                one.contentScore(),
                one.luma(),
                one.deviation(),
                one.darkShare(),
                one.stillSince(),
                one.damaged(),
                one.hasSound(),
                one.boundaries(),
                one.secondLooks(),
                scan);
    }

    /// The drawn film has no shot whose ends differ.
    private static Counting lookingAgain() {
        Counting reads = new Counting();
        reads.seeing = measures -> measures.withBoundaries(measures.boundaries(), List.of(LOOK));
        return reads;
    }

    /// A network that has the same score for every frame.
    private record Certain(float score) implements ShotNetwork {
        @Override
        public String sha256() {
            return "ab";
        }

        @Override
        public Scoring begin() {
            return new Scoring() {
                private int frames;

                @Override
                public void add(byte[] rgb) {
                    frames += rgb.length / (WIDTH * HEIGHT * 3);
                }

                @Override
                public float[] finish() {
                    float[] scores = new float[frames];
                    Arrays.fill(scores, score);
                    return scores;
                }
            };
        }
    }

    /// Hard cuts are met to the frame; where a fade begins or ends, its first steps cannot be seen.
    private static void assertClipsAreScenes(List<ClipCut> clips) {
        List<FrameSpan> scenes = DRAWN.scenes();
        assertThat(clips).hasSameSizeAs(scenes);
        for (int i = 0; i < scenes.size(); i++) {
            FrameSpan scene = scenes.get(i);
            FrameSpan clip = clips.get(i).span();
            long early = fades(scene.first() - 1) ? FADE_EDGE : 0;
            long late = fades(scene.end()) ? FADE_EDGE : 0;
            assertThat(clip.first()).isBetween(scene.first(), scene.first() + early);
            assertThat(clip.end()).isBetween(scene.end() - late, scene.end());
        }
    }

    private static boolean fades(long frame) {
        return DRAWN.truth().stream()
                .filter(part ->
                        part.span().first() <= frame && frame < part.span().end())
                .anyMatch(part -> part.kind() == DrawnFilm.Kind.FADE_IN || part.kind() == DrawnFilm.Kind.FADE_OUT);
    }

    /// Row 14 of the table in `docs/security.md`.
    @Test
    void aForgedEventWhoseHashIsNotTheFilmsFailsAndNothingIsReadOrTold() throws Exception {
        try (LocalStore store = new LocalStore(folder.resolve("forged"))) {
            VideoIngested honest = store.ingest(film);
            ArtifactRef source = honest.source();
            String begin = source.sha256().substring(0, 16);
            ArtifactRef other = new ArtifactRef(
                    source.bucket(), source.key(), begin + "0".repeat(48), source.size(), source.mediaType());
            VideoIngested forged =
                    new VideoIngested(honest.videoId(), other, honest.origin(), honest.labels(), honest.facts());
            List<PipelineEvent> events = new ArrayList<>();
            Counting counting = new Counting();

            assertThatThrownBy(() -> cutter(store, counting).cut(forged, events::add))
                    .isInstanceOf(ObjectChangedException.class)
                    .isNotInstanceOf(Busy.class);

            assertThat(events).isEmpty();
            assertThat(counting.measured).isZero();
        }
    }

    private static List<PipelineEvent> cut(LocalStore store, FilmReader by) throws Exception {
        List<PipelineEvent> events = new ArrayList<>();
        cutter(store, by).cut(store.ingest(film), events::add);
        return events;
    }

    private static VideoCutter cutter(LocalStore store, FilmReader by) {
        return new VideoCutter(by, new StoredClipArchive(store.client(), LocalStore.BUCKET), PARAMETERS, workFolders);
    }

    private static List<ClipCut> clips(List<PipelineEvent> events) {
        return events.stream()
                .filter(ClipCut.class::isInstance)
                .map(ClipCut.class::cast)
                .toList();
    }

    private static List<ItemRejected> rejections(List<PipelineEvent> events) {
        return events.stream()
                .filter(ItemRejected.class::isInstance)
                .map(ItemRejected.class::cast)
                .toList();
    }

    /// The real reader, and what it was asked for.
    private static final class Counting implements FilmReader {
        private final List<FrameSpan> cut = new ArrayList<>();
        private int measured;
        private int shrunk;
        private UnaryOperator<FilmMeasures> seeing = UnaryOperator.identity();

        @Override
        public ProbeReport probe(Path film, ProbeLimits limits) {
            return reader.probe(film, limits);
        }

        @Override
        public FilmMeasures measure(Path film, MeasureOptions options, LongConsumer progress) {
            measured++;
            return seeing.apply(reader.measure(film, options, progress));
        }

        @Override
        public FilmPictures pictures(Path film, PictureOptions options, Path into) {
            return reader.pictures(film, options, into);
        }

        @Override
        public void shrink(Path film, ShrinkOptions options, Consumer<byte[]> onPictures) {
            shrunk++;
            reader.shrink(film, options, onPictures);
        }

        @Override
        public void cut(
                Path film,
                List<FrameSpan> spans,
                CutOptions options,
                boolean damaged,
                Path into,
                Consumer<CutClip> onClip) {
            cut.addAll(spans);
            reader.cut(film, spans, options, damaged, into, onClip);
        }
    }
}
