package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.CaptionKind;
import org.magicanime.contracts.CaptionSource;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceAppearance;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;

/// The form of events is a promise to whoever reads the topics: golden files, both ways.
class EventJsonTest {
    private static final String SHA = "296706fe58131d301f0efe24696b604a0b7b141b41c1afe3457efc1318b466c1";
    private static final String VIDEO = "296706fe58131d30";
    private static final String PARAMS = "0123456789abcdef";
    private static final Labels LABELS = new Labels(Style.JAPAN, "Señor Ü", "https://example.org/film", "CC-BY 3.0");
    private static final ObjectOrigin ORIGIN = new ObjectOrigin("ingest", "japan/a b+ü #2.mp4", "398533d4");
    private static final Set<String> OPTIONAL = Set.of(
            "clip",
            "sound",
            "frames",
            "videoId",
            "span",
            "origin",
            "measured",
            "threshold",
            "paramsHash",
            "parameters",
            "measures",
            "reason",
            "caption",
            "reviewer",
            "labels.source",
            "labels.licence",
            "facts.audioCodec");

    private static ClipPosed posed() {
        String span = VIDEO + "-000010-000060";
        String files = "clips/" + span + "/keypoint/" + PARAMS + "/";
        String cut = "clips/" + VIDEO + "-000000-000095/segment/fedcba9876543210/";
        return new ClipPosed(
                VIDEO,
                VIDEO + "-000000-000095",
                new FrameSpan(0, 95),
                320,
                176,
                new Rational(25, 1),
                LABELS,
                "fedcba9876543210",
                PARAMS,
                Map.of("name", "value"),
                new ArtifactRef("artifacts", cut + "clip.mp4", SHA, 11, "video/mp4"),
                new ArtifactRef("artifacts", cut + "sound.flac", SHA, 9, "audio/flac"),
                new ArtifactRef("artifacts", cut + "frames.json", SHA, 10, "application/json"),
                List.of(new PoseSpan(
                        span,
                        new FrameSpan(10, 60),
                        Framing.UPPER_BODY,
                        new ArtifactRef("artifacts", files + "clip.mp4", SHA, 1, "video/mp4"),
                        new ArtifactRef("artifacts", files + "keypoints.npy", SHA, 2, "application/octet-stream"),
                        new ArtifactRef("artifacts", files + "keypoints-raw.npy", SHA, 3, "application/octet-stream"),
                        new ArtifactRef("artifacts", files + "keypoints.json", SHA, 4, "application/json"),
                        new ArtifactRef("artifacts", files + "pose.mp4", SHA, 5, "video/mp4"),
                        new ArtifactRef("artifacts", files + "pose-over.mp4", SHA, 6, "video/mp4"),
                        new ArtifactRef("artifacts", files + "quality.json", SHA, 7, "application/json"),
                        List.of(
                                new Measure("pose.body-score", 0.97, 0.9, Bound.AT_LEAST),
                                new Measure("pose.shift", 0.012, 0.03, Bound.AT_MOST)))),
                2,
                new ArtifactRef(
                        "artifacts",
                        "clips/" + VIDEO + "-000000-000095/keypoint/" + PARAMS + "/poses.json",
                        SHA,
                        8,
                        "application/json"));
    }

    private static FacesCropped cropped() {
        String face = VIDEO + "-000010-000060-f0";
        String files = "faces/" + face + "/face-crop/" + PARAMS + "/";
        return new FacesCropped(
                VIDEO,
                VIDEO + "-000000-000095",
                new FrameSpan(0, 95),
                new Rational(25, 1),
                LABELS,
                "fedcba9876543210",
                "00000000000000aa",
                PARAMS,
                Map.of("name", "value"),
                List.of(new FrameSpan(10, 60)),
                List.of(new FaceClip(
                        face,
                        new FrameSpan(10, 45),
                        new ArtifactRef("artifacts", files + "face.mp4", SHA, 1, "video/mp4"),
                        new ArtifactRef("artifacts", files + "landmarks.npy", SHA, 2, "application/octet-stream"),
                        new ArtifactRef("artifacts", files + "crop.json", SHA, 3, "application/json"),
                        new ArtifactRef("artifacts", files + "first.png", SHA, 4, "image/png"),
                        new ArtifactRef("artifacts", files + "face-over.mp4", SHA, 5, "video/mp4"),
                        new ArtifactRef("artifacts", files + "mouth.json", SHA, 6, "application/json"),
                        new ArtifactRef("artifacts", files + "sound.flac", SHA, 9, "audio/flac"),
                        new ArtifactRef("artifacts", files + "quality.json", SHA, 7, "application/json"),
                        List.of(new Measure("face.turn", 0.3, 1.25, Bound.AT_MOST)),
                        new FaceAppearance("signature-1", List.of(0.5, -1.25)))),
                1,
                new ArtifactRef(
                        "artifacts",
                        "clips/" + VIDEO + "-000000-000095/face-crop/" + PARAMS + "/faces.json",
                        SHA,
                        8,
                        "application/json"));
    }

    private static ClipCaptioned captioned() {
        String clip = VIDEO + "-000000-000095";
        String span = VIDEO + "-000010-000060";
        return new ClipCaptioned(
                VIDEO,
                clip,
                new FrameSpan(0, 95),
                "fedcba9876543210",
                "00000000000000aa",
                PARAMS,
                Map.of("name", "value"),
                new Caption(
                        clip,
                        new FrameSpan(0, 95),
                        CaptionKind.GENERAL,
                        "A full shot of one character.",
                        CaptionSource.MODEL,
                        "some-model",
                        captionFile(clip, "general-caption.json", 1),
                        captionFile(clip, "general-facts.json", 2)),
                List.of(new Caption(
                        span,
                        new FrameSpan(10, 60),
                        CaptionKind.MOTION,
                        "The character waves its own right hand twice.",
                        CaptionSource.MEASURED,
                        null,
                        captionFile(span, "motion-caption.json", 3),
                        captionFile(span, "motion-facts.json", 4))),
                captionFile(clip, "captions.json", 5));
    }

    private static ArtifactRef captionFile(String id, String name, long size) {
        return new ArtifactRef(
                "artifacts", "clips/" + id + "/caption/" + PARAMS + "/" + name, SHA, size, "application/json");
    }

    private static SpeechExtracted extracted() {
        FaceClip face = cropped().faces().getFirst();
        String files = "faces/" + face.faceId() + "/audio/" + PARAMS + "/";
        return new SpeechExtracted(
                VIDEO,
                VIDEO + "-000000-000095",
                new FrameSpan(0, 95),
                new Rational(25, 1),
                LABELS,
                "fedcba9876543210",
                "00000000000000aa",
                "00000000000000bb",
                PARAMS,
                Map.of("name", "value"),
                List.of(face.span()),
                List.of(new SpeechClip(
                        face,
                        new ArtifactRef("artifacts", files + "speech.mp3", SHA, 1, "audio/mpeg"),
                        new ArtifactRef("artifacts", files + "background.flac", SHA, 2, "audio/flac"),
                        new ArtifactRef("artifacts", files + "sync.json", SHA, 3, "application/json"),
                        new ArtifactRef("artifacts", files + "face-speech.mp4", SHA, 4, "video/mp4"),
                        new ArtifactRef("artifacts", files + "quality.json", SHA, 5, "application/json"),
                        List.of(new Measure("sync.score", 2.5, 1.6, Bound.AT_LEAST)))),
                List.of(),
                0,
                new ArtifactRef(
                        "artifacts",
                        "clips/" + VIDEO + "-000000-000095/audio/" + PARAMS + "/speech.json",
                        SHA,
                        6,
                        "application/json"));
    }

    static Stream<PipelineEvent> events() {
        ArtifactRef source = new ArtifactRef("artifacts", "videos/" + VIDEO + "/source", SHA, 220206, "video/mp4");
        String clips = "clips/" + VIDEO + "-000000-000095/segment/" + PARAMS + "/";
        return Stream.of(
                new VideoIngested(
                        VIDEO,
                        source,
                        ORIGIN,
                        LABELS,
                        new VideoFacts(
                                "mov,mp4", "h264", "yuv420p", 320, 176, 0, new Rational(25, 1), 100, 4.0, "aac")),
                new ClipCut(
                        VIDEO,
                        VIDEO + "-000000-000095",
                        new FrameSpan(0, 95),
                        320,
                        176,
                        new Rational(25, 1),
                        LABELS,
                        PARAMS,
                        new ArtifactRef("artifacts", clips + "clip.mp4", SHA, 1, "video/mp4"),
                        new ArtifactRef("artifacts", clips + "sound.flac", SHA, 2, "audio/flac"),
                        new ArtifactRef("artifacts", clips + "first.png", SHA, 3, "image/png"),
                        new ArtifactRef("artifacts", clips + "frames.json", SHA, 4, "application/json"),
                        List.of(new Measure("clip.shortest-seconds", 3.8, 1, Bound.AT_LEAST))),
                posed(),
                captioned(),
                cropped(),
                extracted(),
                CharacterDecided.of(
                        VIDEO + "-000010-000060-f0",
                        VIDEO + "-000100-000160-f2",
                        CharacterVerdict.DIFFERENT,
                        1_795_000_000_000L),
                new ReviewDecided(
                        VIDEO,
                        Subset.TEXT_TO_VIDEO,
                        VIDEO + "-000010-000060",
                        PARAMS,
                        ReviewDecision.CAPTIONED,
                        "the hand is the left one",
                        "She waves with her left hand.",
                        List.of(SHA),
                        "mika",
                        1_795_000_000_000L),
                new VideoSegmented(
                        VIDEO,
                        100,
                        95,
                        1,
                        1,
                        PARAMS,
                        Map.of("name", "value"),
                        new ArtifactRef(
                                "artifacts",
                                "videos/" + VIDEO + "/" + PARAMS + "/segments.json",
                                SHA,
                                5,
                                "application/json")),
                new ItemRejected(
                        VIDEO + "-000095-000100",
                        "segment",
                        "too-short",
                        "the stretch is shown for fewer seconds than the limit",
                        VIDEO,
                        new FrameSpan(95, 100),
                        ORIGIN,
                        0.2,
                        1.0,
                        "clip.shortest-seconds",
                        Bound.AT_LEAST,
                        PARAMS,
                        Map.of("clip.shortest-seconds", "1.0")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAndReadAsItsGoldenFileSays(PipelineEvent event) throws IOException {
        byte[] golden = golden(event);
        ObjectMapper tree = new ObjectMapper();
        assertThat(tree.readTree(EventJson.write(event))).isEqualTo(tree.readTree(golden));
        assertThat(EventJson.readEvent(golden, event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anUnknownFieldIsIgnored(PipelineEvent event) throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(golden(event));
        json.put("fieldOfTomorrow", 1);
        assertThat(EventJson.readEvent(json.toString().getBytes(UTF_8), event.getClass()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aMissingFieldIsAnErrorThatNamesIt(PipelineEvent event) throws IOException {
        ObjectNode golden = (ObjectNode) new ObjectMapper().readTree(golden(event));
        List<String> fields = new ArrayList<>();
        golden.fieldNames().forEachRemaining(fields::add);
        int checked = 0;
        for (String field : fields) {
            boolean optional =
                    OPTIONAL.contains(field) && !(field.equals("videoId") && !(event instanceof ItemRejected));
            boolean hashOfOthers = field.equals("paramsHash") && !(event instanceof ItemRejected);
            boolean spanOfClip = field.equals("span") && event instanceof ClipCut;
            boolean parametersOfItem = field.equals("parameters") && event instanceof ItemRejected;
            boolean originOfFilm = field.equals("origin") && event instanceof VideoIngested;
            boolean filesOfCut = List.of("clip", "frames").contains(field) && event instanceof ClipCut;
            if (optional && !filesOfCut && !hashOfOthers && !spanOfClip && !parametersOfItem && !originOfFilm) {
                continue;
            }
            ObjectNode without = golden.deepCopy().without(field);
            assertThatThrownBy(() -> EventJson.readEvent(without.toString().getBytes(UTF_8), event.getClass()))
                    .as(field)
                    .isInstanceOf(UnreadableEventException.class)
                    .hasMessageContaining(field);
            checked++;
        }
        assertThat(checked).isGreaterThan(3);
    }

    /// Topics keep events for ever: those of services that did not tell measures and parameters are there
    /// still.
    @Test
    void whatServicesDidNotTellInTheirFirstVersionsIsEmpty() throws IOException {
        PipelineEvent cut =
                events().filter(ClipCut.class::isInstance).findFirst().orElseThrow();
        ObjectNode clip = (ObjectNode) new ObjectMapper().readTree(golden(cut));
        ObjectNode posed = (ObjectNode) new ObjectMapper().readTree(golden(posed()));
        clip.remove("measures");
        posed.remove("parameters");
        ((ObjectNode) posed.get("spans").get(0)).remove("measures");

        assertThat(EventJson.readEvent(clip.toString().getBytes(UTF_8), ClipCut.class)
                        .measures())
                .isEmpty();
        ClipPosed read = EventJson.readEvent(posed.toString().getBytes(UTF_8), ClipPosed.class);
        assertThat(read.parameters()).isEmpty();
        assertThat(read.spans().getFirst().measures()).isEmpty();
    }

    private static byte[] golden(PipelineEvent event) throws IOException {
        return file(event.getClass().getSimpleName());
    }

    private static byte[] file(String of) throws IOException {
        String name = "/events/" + of + ".v1.json";
        try (InputStream in = EventJsonTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
