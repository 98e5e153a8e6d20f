package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// A reader of a dead letter must learn from the message which field to mend.
class ValidationTest {
    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final String VIDEO = "0123456789abcdef";
    private static final String HASH = "fedcba9876543210";
    private static final FrameSpan SPAN = new FrameSpan(0, 120);
    private static final Labels LABELS = new Labels(Style.JAPAN, "A title", null, null);
    private static final Rational RATE = new Rational(24_000, 1_001);

    @Test
    void referenceSaysWhichFieldIsWrong() {
        assertThat(ref("videos/" + VIDEO + "/source").size()).isEqualTo(10);
        says("bucket", () -> new ArtifactRef("", "a/b", SHA256, 1, "video/mp4"));
        says("key", () -> new ArtifactRef("artifacts", "../b", SHA256, 1, "video/mp4"));
        says("sha256", () -> new ArtifactRef("artifacts", "a/b", SHA256.toUpperCase(java.util.Locale.ROOT), 1, "v/m"));
        says("size", () -> new ArtifactRef("artifacts", "a/b", SHA256, -1, "video/mp4"));
        says("mediaType", () -> new ArtifactRef("artifacts", "a/b", SHA256, 1, ""));
    }

    @Test
    void originSaysWhichFieldIsWrong() {
        says("origin.bucket", () -> new ObjectOrigin("", "k", "e"));
        says("origin.key", () -> new ObjectOrigin("ingest", "k".repeat(1_025), "e"));
        says("origin.etag", () -> new ObjectOrigin("ingest", "k", ""));
    }

    @Test
    void spanNeverEndsBeforeItBegins() {
        assertThat(SPAN.frames()).isEqualTo(120);
        says("span.first", () -> new FrameSpan(-1, 1));
        says("span.end", () -> new FrameSpan(5, 5));
    }

    @Test
    void clipIsTheOneThatItsFilmAndSpanSay() {
        assertThat(cut(VIDEO + "-000000-000120", SPAN).itemId()).isEqualTo(VIDEO + "-000000-000120");
        says(VIDEO + "-000000-000120", () -> cut(VIDEO + "-000000-000121", SPAN));
        says("clipId", () -> cut("../x", SPAN));
        says(
                "width",
                () -> new ClipCut(
                        VIDEO,
                        VIDEO + "-000000-000120",
                        SPAN,
                        0,
                        480,
                        RATE,
                        LABELS,
                        HASH,
                        ref("clips/a"),
                        null,
                        ref("clips/b"),
                        ref("clips/c"),
                        List.of()));
    }

    @Test
    void filmIsTheOneThatItsBytesSay() {
        VideoFacts facts = facts(640, 0);
        ObjectOrigin origin = new ObjectOrigin("ingest", "japan/a title/film.mp4", "e");
        assertThat(new VideoIngested(VIDEO, ref(ArtifactKeys.source(VIDEO)), origin, LABELS, facts).itemId())
                .isEqualTo(VIDEO);
        says("source.key", () -> new VideoIngested(VIDEO, ref("videos/x/source"), origin, LABELS, facts));
        says("source.sha256", () -> new VideoIngested(HASH, ref(ArtifactKeys.source(HASH)), origin, LABELS, facts));
    }

    @Test
    void factsSayWhichFieldIsWrong() {
        says("facts.width", () -> facts(0, 0));
        says("facts.rotation", () -> facts(640, 45));
        says("denominator", () -> new Rational(1, 0));
    }

    @Test
    void framesKeptAreAmongTheFrames() {
        ArtifactRef segments = ref("videos/a");
        assertThat(new VideoSegmented(VIDEO, 100, 100, 1, 0, HASH, Map.of(), segments).itemId())
                .isEqualTo(VIDEO);
        says("framesKept", () -> new VideoSegmented(VIDEO, 100, 101, 1, 0, HASH, Map.of(), segments));
        says("frames", () -> new VideoSegmented(VIDEO, 0, 0, 0, 0, HASH, Map.of(), segments));
        says("paramsHash", () -> new VideoSegmented(VIDEO, 100, 100, 1, 0, "x", Map.of(), segments));
    }

    @Test
    void rejectionNeedsCodeForMachinesAndReasonForPeople() {
        assertThat(rejected("too-long", "it lasts 5 h").concernsPart()).isFalse();
        says("code", () -> rejected("Too long!", "it lasts 5 h"));
        says("reason", () -> rejected("too-long", ""));
        says(
                "measured",
                () -> new ItemRejected(
                        VIDEO,
                        "ingest",
                        "too-long",
                        "r",
                        null,
                        null,
                        null,
                        Double.NaN,
                        null,
                        null,
                        null,
                        null,
                        Map.of()));
    }

    @Test
    void labelsAreBoundedText() {
        says("labels.title", () -> new Labels(Style.UNKNOWN, "t".repeat(257), null, null));
        says("labels.licence", () -> new Labels(Style.UNKNOWN, "t", null, ""));
    }

    @Test
    void styleThatNobodyKnowsIsUnknown() {
        assertThat(Style.from("Japan")).isEqualTo(Style.JAPAN);
        assertThat(Style.from("../japan")).isEqualTo(Style.UNKNOWN);
    }

    private static void says(String field, ThrowingCallable maker) {
        assertThatIllegalArgumentException().isThrownBy(maker).withMessageContaining(field);
    }

    private static ArtifactRef ref(String key) {
        return new ArtifactRef("artifacts", key, SHA256, 10, "video/mp4");
    }

    private static ClipCut cut(String clipId, FrameSpan span) {
        return new ClipCut(
                VIDEO,
                clipId,
                span,
                640,
                480,
                RATE,
                LABELS,
                HASH,
                ref("clips/a"),
                null,
                ref("clips/b"),
                ref("clips/c"),
                List.of());
    }

    private static VideoFacts facts(int width, int rotation) {
        return new VideoFacts("mov", "h264", "yuv420p", width, 480, rotation, RATE, 100, 4.0, "aac");
    }

    private static ItemRejected rejected(String code, String reason) {
        return new ItemRejected(
                VIDEO, "ingest", code, reason, null, null, null, null, null, null, null, null, Map.of());
    }
}
