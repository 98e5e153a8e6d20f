package org.magicanime.facecrop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.magicanime.judging.LeftOut;

class FaceFinderTest {
    private static final SketchedFace FACE = SketchedFace.at(320, 180, 80);

    private final FaceFinder finder = new FaceFinder(FaceRules.DEFAULT, CropShape.DEFAULT);

    @Test
    void aFaceThatStaysGoodIsOneTrack() {
        FacePlan plan = find(48, 24, i -> FACE);

        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.tracks()).singleElement().satisfies(track -> {
            assertThat(track.first()).isZero();
            assertThat(track.frames()).isEqualTo(48);
            assertThat(track.passed())
                    .extracting(measure -> measure.rule())
                    .containsExactly(
                            "face.score",
                            "face.points",
                            "face.height",
                            "face.turn",
                            "face.eyes-turn",
                            "face.aspect",
                            "face.eye-distance",
                            "face.upscale",
                            "face.roll",
                            "face.edge",
                            "face.covered",
                            "face.change",
                            "face.other",
                            "face.outside",
                            "face.shortest-seconds",
                            "face.shortest-frames");
        });
    }

    @Test
    void oneBadFrameSplitsATrackAndIsTold() {
        FacePlan plan = find(90, 24, i -> i == 40 ? FACE.turned(2) : FACE);

        assertThat(plan.tracks()).extracting(FaceTrack::first).containsExactly(0, 41);
        assertThat(plan.tracks()).extracting(FaceTrack::frames).containsExactly(40, 49);
        assertThat(plan.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.first()).isEqualTo(40);
            assertThat(left.frames()).isEqualTo(1);
            assertThat(left.why().reason()).isEqualTo(FaceReason.SIDE_PROFILE);
        });
    }

    @Test
    void aWorstValueIsThatOfTheWorstFrame() {
        FacePlan plan = find(40, 24, i -> i == 7 ? FACE.turned(-0.4) : FACE.turned(0.3));

        assertThat(plan.tracks().getFirst().passed())
                .filteredOn(measure -> measure.rule().equals("face.turn"))
                .singleElement()
                .satisfies(measure -> assertThat(measure.value()).isBetween(0.3999, 0.4001));
    }

    @Test
    void thirtyFramesAreEnoughAndNotOneLess() {
        assertThat(find(30, 24, i -> FACE).tracks()).hasSize(1);
        FacePlan plan = find(29, 24, i -> FACE);
        assertThat(plan.tracks()).isEmpty();
        assertThat(plan.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.why().held().rule()).isEqualTo("face.shortest-frames");
            assertThat(left.why().reason()).isEqualTo(FaceReason.TOO_SHORT);
            assertThat(left.why().measured()).isEqualTo(29);
        });
    }

    @Test
    void aSecondIsEnoughInSlowFilmsAndNotInFastOnes() {
        assertThat(find(12, 12, i -> FACE).tracks()).hasSize(1);
        assertThat(find(11, 12, i -> FACE).tracks()).isEmpty();
        assertThat(find(59, 60, i -> FACE).leftOut().getFirst().why().held().rule())
                .isEqualTo("face.shortest-seconds");
        assertThat(find(30, 24_000 / 1001.0, i -> FACE).tracks()).hasSize(1);
        assertThat(find(29, 24_000 / 1001.0, i -> FACE).tracks()).isEmpty();
    }

    @Test
    void whatReachesTooFarOutOfThePictureIsLeftOutAndTheRestIsKept() {
        // The window has a side of 192 pixels. It walks out of the picture's left edge.
        FacePlan plan = find(120, 24, i -> SketchedFace.at(i < 60 ? 320 : 320 - (i - 60) * 6, 180, 80));

        assertThat(plan.tracks()).hasSize(1);
        FaceTrack track = plan.tracks().getFirst();
        assertThat(track.end()).isBetween(95, 112);
        assertThat(track.outside()).allMatch(share -> share <= 0.25);
        LeftOut left = plan.leftOut().getFirst();
        assertThat(left.why().reason()).isEqualTo(FaceReason.OUTSIDE_PICTURE);
        assertThat(left.why().measured()).isGreaterThan(0.25);
    }

    @Test
    void nothingIsKeptWhereThereIsNoFace() {
        FacePlan plan = finder.find(new SearchedSpan(
                Collections.nCopies(
                        50,
                        new SearchedSpan.Face(
                                Landmarks.NONE, FaceMeasures.of(Landmarks.NONE, 0.2), 0, Optional.empty())),
                640,
                360,
                24));

        assertThat(plan.tracks()).isEmpty();
        assertThat(plan.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.why().reason()).isEqualTo(FaceReason.LANDMARKS_NOT_VALID);
            assertThat(left.frames()).isEqualTo(50);
        });
    }

    @Test
    void anotherFaceInAnotherPlaceIsAnotherTrack() {
        FacePlan plan = find(80, 24, i -> FACE, i -> i < 40 ? 0 : 1);

        assertThat(plan.tracks()).extracting(FaceTrack::first).containsExactly(0, 40);
        assertThat(plan.leftOut()).isEmpty();
    }

    @Test
    void theAppearanceOfATrackIsTheMedianOfItsFrames() {
        FacePlan plan = find(40, 24, i -> FACE);

        assertThat(plan.tracks().getFirst().signature()).containsExactly(19.5, 1.0);
    }

    private FacePlan find(int frames, double rate, IntFunction<SketchedFace> face) {
        return find(frames, rate, face, i -> 0);
    }

    /// The signature of frame i is (i, 1).
    private FacePlan find(int frames, double rate, IntFunction<SketchedFace> face, IntUnaryOperator part) {
        List<SearchedSpan.Face> all = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            all.add(new SearchedSpan.Face(
                    face.apply(i).landmarks(), face.apply(i).measures(), part.applyAsInt(i), Optional.of(new double[] {
                        i, 1
                    })));
        }
        return finder.find(new SearchedSpan(all, 640, 360, rate));
    }
}
