package org.magicanime.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;

class ClipPlannerTest {
    private final ClipPlanner planner = new ClipPlanner(Detector.CONTENT_0_6_7, ClipRules.DEFAULT);

    @Test
    void aShotThatFitsIsAClip() {
        SegmentPlan plan = plan(new FilmSketch(192).cutAt(96));
        assertThat(plan.clips()).containsExactly(new FrameSpan(0, 96), new FrameSpan(96, 192));
        assertThat(plan.leftOut()).isEmpty();
    }

    @Test
    void aShotOfExactlyEightSecondsIsNotDividedAndALongerOneIsDividedNearFive() {
        assertThat(plan(new FilmSketch(192)).clips()).containsExactly(new FrameSpan(0, 192));
        assertThat(plan(new FilmSketch(193)).clips()).containsExactly(new FrameSpan(0, 97), new FrameSpan(97, 193));
        assertThat(plan(new FilmSketch(24 * 60)).clips())
                .hasSize(12)
                .allSatisfy(clip -> assertThat(clip.frames()).isEqualTo(120));
    }

    @Test
    void aShotUnderOneSecondIsLeftOutWithItsLength() {
        SegmentPlan plan = plan(new FilmSketch(100).cutAt(77));
        assertThat(plan.clips()).containsExactly(new FrameSpan(0, 77));
        LeftOut left = plan.leftOut().getFirst();
        assertThat(left.code()).isEqualTo("too-short");
        assertThat(left.span()).isEqualTo(new FrameSpan(77, 100));
        assertThat(left.measured()).isEqualTo(23.0 / 24);
        assertThat(left.threshold()).isEqualTo(1);
        assertThat(plan(new FilmSketch(100).cutAt(76)).clips()).hasSize(2);
    }

    @Test
    void blackFramesAndTheFadeFromThemAreLeftOut() {
        SegmentPlan plan = plan(new FilmSketch(120).blackFrom(0, 20).fade(20, 40, 0, 1));
        assertThat(plan.leftOut())
                .extracting(LeftOut::code, LeftOut::span)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("black", new FrameSpan(0, 20)),
                        org.assertj.core.groups.Tuple.tuple("fade", new FrameSpan(20, 41)));
        assertThat(plan.clips()).containsExactly(new FrameSpan(41, 120));
    }

    @Test
    void aFadeToBlackIsLeftOutToo() {
        SegmentPlan plan = plan(new FilmSketch(120).fade(60, 100, 1, 0).blackFrom(100, 120));
        assertThat(plan.clips()).containsExactly(new FrameSpan(0, 59));
        assertThat(plan.leftOut()).extracting(LeftOut::code).containsExactly("fade", "black");
    }

    @Test
    void shotsEndWhereTheDetectorSaysAndFramesOfDissolvesAreInNoClip() {
        FilmSketch sketch = new FilmSketch(200);
        sketch.boundaries.add(Boundary.certainCut(50));
        sketch.boundaries.add(new Boundary(Kind.DISSOLVE, 120, 140, 130, 0.9, new Signals(20, 0, 1, 0, 0, 0.99)));
        SegmentPlan plan = new ClipPlanner(Detector.CARTOON, ClipRules.DEFAULT).plan(sketch.measures());

        assertThat(plan.shots()).containsExactly(new FrameSpan(0, 50), new FrameSpan(50, 130), new FrameSpan(130, 200));
        assertThat(plan.clips()).containsExactly(new FrameSpan(0, 50), new FrameSpan(50, 120), new FrameSpan(140, 200));
        assertThat(plan.leftOut()).extracting(LeftOut::code).containsExactly("dissolve", "dissolve");
        assertThat(plan.leftOut().getFirst().measured()).isEqualTo(0.99);
        assertThat(plan.leftOut().getFirst().threshold()).isLessThan(0.99);
    }

    @Test
    void aFadeThatOnlyTheDetectorSawIsLeftOutWithWhatItSaw() {
        FilmSketch sketch = new FilmSketch(100);
        sketch.boundaries.add(new Boundary(Kind.FADE, 60, 80, 80, 0.9, new Signals(4, 0, 1, 0, 0, 0.97)));
        SegmentPlan plan = new ClipPlanner(Detector.CARTOON, ClipRules.DEFAULT).plan(sketch.measures());

        LeftOut left = plan.leftOut().getFirst();
        assertThat(left.code()).isEqualTo("fade");
        assertThat(left.span()).isEqualTo(new FrameSpan(60, 80));
        assertThat(left.measured()).isEqualTo(0.97);
    }

    @Test
    void aFlashEndsNoShot() {
        FilmSketch sketch = new FilmSketch(100);
        sketch.boundaries.add(new Boundary(Kind.FLASH, 60, 63, 63, 0.9, new Signals(90, 0, 1, 0, 0, 5)));
        assertThat(new ClipPlanner(Detector.CARTOON, ClipRules.DEFAULT)
                        .plan(sketch.measures())
                        .clips())
                .containsExactly(new FrameSpan(0, 100));
    }

    @Test
    void aCutFromBlackIsNoFade() {
        SegmentPlan plan = plan(new FilmSketch(120).blackFrom(0, 30).cutAt(30));
        assertThat(plan.clips()).containsExactly(new FrameSpan(30, 120));
    }

    @Test
    void aPictureThatStandsStillForTwoSecondsIsLeftOutButAHeldDrawingIsNot() {
        SegmentPlan plan = plan(new FilmSketch(240).stillFrom(60, 108).stillFrom(150, 197));
        assertThat(plan.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.code()).isEqualTo("frozen");
            assertThat(left.span()).isEqualTo(new FrameSpan(60, 108));
            assertThat(left.measured()).isEqualTo(2.0);
        });
    }

    @Test
    void damagedFramesAreLeftOut() {
        FilmSketch film = new FilmSketch(120);
        film.damaged[50] = true;
        assertThat(plan(film).leftOut()).extracting(LeftOut::code).containsExactly("damaged");
    }

    @Test
    void lengthsAreTimesOfTheFilmAlsoWithAVariableFrameRate() {
        FilmSketch film = new FilmSketch(100);
        for (int i = 50; i < 100; i++) {
            film.ticks[i] = 50 + (i - 50) * 5L;
        }
        // 50 frames take 50/24 s, the other 50 take 250/24 s: pieces of equal time, not of equal frame counts.
        assertThat(plan(film).clips()).containsExactly(new FrameSpan(0, 70), new FrameSpan(70, 100));
    }

    @Test
    void anAccountThatDoesNotCloseIsRefused() {
        assertThatThrownBy(() -> new SegmentPlan(10, List.of(), List.of(new FrameSpan(0, 9)), List.of()))
                .hasMessageContaining("end at frame 9 of 10");
        assertThatThrownBy(() ->
                        new SegmentPlan(10, List.of(), List.of(new FrameSpan(0, 6), new FrameSpan(5, 10)), List.of()))
                .hasMessageContaining("in no span or in two");
    }

    @RepeatedTest(200)
    void everyFrameOfAnyFilmIsInExactlyOneSpan(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        FilmSketch film = new FilmSketch(1 + random.nextInt(3000));
        for (int i = 0; i < film.scores.length; i++) {
            film.scores[i] = i == 0 ? 0 : random.nextDouble() < 0.02 ? 40 : 3;
            film.dark[i] = random.nextDouble() < 0.05 ? 1 : 0;
            film.deviation[i] = random.nextDouble() < 0.05 ? 1 : 50;
            film.damaged[i] = random.nextDouble() < 0.01;
            film.stillSince[i] = i > 0 && random.nextDouble() < 0.9 ? film.stillSince[i - 1] : i;
            film.ticks[i] = i == 0 ? 0 : film.ticks[i - 1] + 1 + random.nextInt(3);
        }
        // The plan's constructor closes the account; what is left to see is that clips keep to their lengths.
        SegmentPlan plan = plan(film);
        List<FrameSpan> clips = new ArrayList<>(plan.clips());
        assertThat(clips)
                .allSatisfy(clip -> assertThat(FrameTimes.seconds(film.measures(), clip.first(), clip.end()))
                        .isBetween(1.0, 8.0));
    }

    private SegmentPlan plan(FilmSketch film) {
        return planner.plan(film.measures());
    }
}
