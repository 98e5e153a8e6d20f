package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;

@Domain(Ids.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class KeyPropertiesTest {
    /// Everything that a key is made of.
    record Parts(String kind, String videoId, FrameSpan span, String stage, String paramsHash, String name) {
        String key() {
            String clipId = ClipId.of(videoId, span);
            return switch (kind) {
                case "source" -> ArtifactKeys.source(videoId);
                case "ingested" -> ArtifactKeys.ingested(videoId);
                case "video" -> ArtifactKeys.ofVideo(videoId, paramsHash, name);
                case "clip" -> ArtifactKeys.ofClip(clipId, stage, paramsHash, name);
                case "face" -> ArtifactKeys.ofFace(FaceId.of(clipId, 3), stage, paramsHash, name);
                default -> throw new IllegalArgumentException(kind);
            };
        }

        /// The prefix that belongs to this item alone.
        String prefix() {
            return switch (kind) {
                case "clip" -> "clips/" + ClipId.of(videoId, span) + "/";
                case "face" -> "faces/" + ClipId.of(videoId, span) + "-f3/";
                default -> "videos/" + videoId + "/";
            };
        }

        /// What this kind of key says of its parts.
        List<Object> said() {
            return switch (kind) {
                case "source", "ingested" -> List.of(kind, videoId);
                case "video" -> List.of(kind, videoId, paramsHash, name);
                default -> List.of(kind, videoId, span, stage, paramsHash, name);
            };
        }
    }

    @Provide
    Arbitrary<Parts> parts() {
        // Few values each, so that inputs often differ in one part only.
        return Combinators.combine(
                        Arbitraries.of("source", "ingested", "video", "clip", "face"),
                        Arbitraries.of(
                                "0123456789abcdef",
                                "0123456789abcde0",
                                "1-".repeat(8).replace("-", "0")),
                        Arbitraries.of(
                                new FrameSpan(0, 1),
                                new FrameSpan(0, 10),
                                new FrameSpan(1, 10),
                                new FrameSpan(999_999, 1_000_000),
                                new FrameSpan(99_999, 1_000_000)),
                        Arbitraries.of("segment", "face-crop", "face"),
                        Arbitraries.of("00000000000000aa", "0000000000000aaa"),
                        Arbitraries.of("clip.mp4", "clip-mp4", "source", "ingested.json", "a.b-c.d"))
                .as(Parts::new);
    }

    @Property
    void keyStaysUnderPrefixOfItsItem(@ForAll("parts") Parts parts) {
        String key = parts.key();

        assertThat(key)
                .startsWith(parts.prefix())
                .doesNotContain("..", "//", "\\")
                .matches("[a-z0-9./-]+");
        assertThat(ArtifactKeys.require(key)).isEqualTo(key);
    }

    @Property
    void differentInputsNeverShareKey(@ForAll("parts") Parts one, @ForAll("parts") Parts other) {
        assertThat(one.key().equals(other.key())).isEqualTo(one.said().equals(other.said()));
    }

    @Property
    void strangersTextIsNoPartOfKey(@ForAll("strangersText") String text) {
        String video = "0123456789abcdef";
        String clip = video + "-000000-000010";
        String name = text.matches("[a-z0-9]+([.-][a-z0-9]+)*") ? "Not/" + text : text;
        String stage = text.matches("[a-z0-9]+(-[a-z0-9]+)*") ? "Not/" + text : text;

        List<Supplier<String>> makers = List.of(
                () -> ArtifactKeys.source(text),
                () -> ArtifactKeys.ingested(text),
                () -> ArtifactKeys.receipt(text),
                () -> ArtifactKeys.ofVideo(text, video, "a"),
                () -> ArtifactKeys.ofVideo(video, text, "a"),
                () -> ArtifactKeys.ofVideo(video, video, name),
                () -> ArtifactKeys.ofClip(text, "segment", video),
                () -> ArtifactKeys.ofClip(clip, stage, video),
                () -> ArtifactKeys.ofClip(clip, "segment", text),
                () -> ArtifactKeys.ofClip(clip, "segment", video, name),
                () -> ArtifactKeys.attempts("ingest", text),
                () -> ArtifactKeys.attempts(stage, "0".repeat(32)));

        for (Supplier<String> maker : makers) {
            assertThatIllegalArgumentException().isThrownBy(maker::get);
        }
    }

    @Property
    void noTextThatLeavesItsPrefixIsKey(@ForAll("strangersText") String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArtifactKeys.require("clips/../" + text));
        assertThatIllegalArgumentException().isThrownBy(() -> ArtifactKeys.require("/" + text));
        assertThatIllegalArgumentException().isThrownBy(() -> ArtifactKeys.require(text + "/"));
        assertThatIllegalArgumentException().isThrownBy(() -> ArtifactKeys.require("clips//" + text));
    }

    @Property
    void receiptTellsNothingOfName(@ForAll ObjectOrigin origin) {
        assertThat(ArtifactKeys.receipt(ObjectId.of(origin))).matches("receipts/[0-9a-f]{32}\\.json");
    }

    @Provide
    Arbitrary<String> strangersText() {
        return Ids.strangersText();
    }
}
