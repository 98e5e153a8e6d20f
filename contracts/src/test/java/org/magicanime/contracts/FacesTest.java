package org.magicanime.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacesTest {
    private static final String VIDEO = "0123456789abcdef";
    private static final String HASH = "00000000000000aa";
    private static final FrameSpan SPAN = new FrameSpan(10, 60);
    private static final String SPAN_ID = ClipId.of(VIDEO, SPAN);

    @Test
    void aFaceIsNamedByItsSpanAndANumber() {
        String id = FaceId.of(SPAN_ID, 12);

        assertThat(id).isEqualTo(SPAN_ID + "-f12");
        assertThat(FaceId.spanId(id)).isEqualTo(SPAN_ID);
        for (String wrong : List.of(SPAN_ID, SPAN_ID + "-f", SPAN_ID + "-f01", SPAN_ID + "-f-1", "a-f1", id + "/..")) {
            assertThatIllegalArgumentException().isThrownBy(() -> FaceId.spanId(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FaceId.of(SPAN_ID, -1));
    }

    @Test
    void aFaceIsInsideOfItsSpan() {
        assertThat(face(SPAN_ID, new FrameSpan(10, 60)).artifacts()).hasSize(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> face(SPAN_ID, new FrameSpan(9, 60)))
                .withMessageContaining("span");
    }

    @Test
    void facesAreOfTheSpansThatWereSearched() {
        FacesCropped cropped = cropped(List.of(SPAN), List.of(face(SPAN_ID, new FrameSpan(20, 50))));

        assertThat(cropped.framesSearched()).isEqualTo(50);
        assertThat(cropped.framesKept()).isEqualTo(30);
        assertThat(cropped.artifacts()).hasSize(9);
        assertThat(cropped.itemId()).isEqualTo(cropped.clipId());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cropped(List.of(), List.of(face(SPAN_ID, SPAN))))
                .withMessageContaining("faces");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cropped(List.of(SPAN, new FrameSpan(59, 80)), List.of()))
                .withMessageContaining("disjoint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cropped(List.of(new FrameSpan(90, 101)), List.of()))
                .withMessageContaining("of this clip");
    }

    @Test
    void appearancesOfOneMethodAreCompared() {
        FaceAppearance face = new FaceAppearance("colours", List.of(1.0, 2.0));

        assertThat(face.distanceTo(new FaceAppearance("colours", List.of(4.0, 6.0))))
                .isEqualTo(5);
        for (FaceAppearance other :
                List.of(new FaceAppearance("shapes", List.of(1.0, 2.0)), new FaceAppearance("colours", List.of(1.0)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> face.distanceTo(other))
                    .withMessageContaining("cannot be compared");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FaceAppearance("colours", List.of(Double.NaN)))
                .withMessageContaining("finite");
    }

    @Test
    void aCharacterIsNamedByItsFirstFace() {
        String face = FaceId.of(SPAN_ID, 12);

        assertThat(CharacterId.of(face)).isEqualTo(SPAN_ID + "-c12");
        assertThat(CharacterId.faceId(CharacterId.of(face))).isEqualTo(face);
        assertThat(CharacterId.videoId(CharacterId.of(face))).isEqualTo(VIDEO);
        for (String wrong : List.of(SPAN_ID, face, SPAN_ID + "-c", SPAN_ID + "-c01", "a-c1")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CharacterId.faceId(wrong));
        }
    }

    @Test
    void aDecisionIsOnTwoFacesOfOneFilmInAnyOrder() {
        String first = FaceId.of(SPAN_ID, 0);
        String second = FaceId.of(SPAN_ID, 1);
        CharacterDecided same = CharacterDecided.of(second, first, CharacterVerdict.SAME, 5);

        assertThat(same).isEqualTo(CharacterDecided.of(first, second, CharacterVerdict.SAME, 5));
        assertThat(same.itemId()).isEqualTo(first);
        assertThat(same.videoId()).isEqualTo(VIDEO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CharacterDecided.of(first, first, CharacterVerdict.SAME, 5))
                .withMessageContaining("with itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CharacterDecided.of(
                        first, FaceId.of(ClipId.of("f".repeat(16), SPAN), 0), CharacterVerdict.SAME, 5))
                .withMessageContaining("within one film");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CharacterDecided(VIDEO, second, first, CharacterVerdict.SAME, 5))
                .withMessageContaining("before otherFaceId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CharacterDecided.of(first, second, CharacterVerdict.SAME, 0))
                .withMessageContaining("decidedAt");
    }

    @Test
    void theLaterDecisionStandsAndOfTwoAtOnceTheMoreCarefulOne() {
        CharacterDecided same = decided(CharacterVerdict.SAME, 7);

        assertThat(same.standsAgainst(decided(CharacterVerdict.DIFFERENT, 6))).isTrue();
        assertThat(decided(CharacterVerdict.DIFFERENT, 6).standsAgainst(same)).isFalse();
        assertThat(decided(CharacterVerdict.DIFFERENT, 7).standsAgainst(same)).isTrue();
        assertThat(same.standsAgainst(decided(CharacterVerdict.DIFFERENT, 7))).isFalse();
        assertThat(same.standsAgainst(decided(CharacterVerdict.OPEN, 7))).isFalse();
    }

    private static CharacterDecided decided(CharacterVerdict verdict, long at) {
        return CharacterDecided.of(FaceId.of(SPAN_ID, 0), FaceId.of(SPAN_ID, 1), verdict, at);
    }

    private static FacesCropped cropped(List<FrameSpan> searched, List<FaceClip> faces) {
        FrameSpan clip = new FrameSpan(0, 100);
        return new FacesCropped(
                VIDEO,
                ClipId.of(VIDEO, clip),
                clip,
                new Rational(24, 1),
                new Labels(Style.JAPAN, "t", null, null),
                HASH,
                HASH,
                HASH,
                Map.of(),
                searched,
                faces,
                0,
                ref("faces.json"));
    }

    private static FaceClip face(String spanId, FrameSpan span) {
        return new FaceClip(
                FaceId.of(spanId, 0),
                span,
                ref("face.mp4"),
                ref("landmarks.npy"),
                ref("crop.json"),
                ref("first.png"),
                ref("face-over.mp4"),
                ref("mouth.json"),
                ref("sound.flac"),
                ref("quality.json"),
                List.of(),
                new FaceAppearance("signature-1", List.of(0.5, -1.25)));
    }

    private static ArtifactRef ref(String name) {
        return new ArtifactRef("artifacts", "faces/" + name, "0".repeat(64), 1, "video/mp4");
    }
}
