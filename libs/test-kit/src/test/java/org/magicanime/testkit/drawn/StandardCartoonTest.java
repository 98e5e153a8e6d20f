package org.magicanime.testkit.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.blaze.BodyPose;
import org.magicanime.inference.picture.Picture;

class StandardCartoonTest {
    private static final Cartoon CARTOON = StandardCartoon.of(1);

    @Test
    void itHasOneShotOfEachSort() {
        FilmTruth truth = CARTOON.truth();
        assertThat(CARTOON.frames()).isBetween(24L * 24, 30L * 24);
        assertThat(truth.shots()).hasSize(9);
        assertThat(truth.shots().getFirst().in().kind()).isEqualTo(Transition.Kind.FADE);
        assertThat(truth.shots().getLast().out().kind()).isEqualTo(Transition.Kind.FADE);
        assertThat(truth.shots())
                .extracting(shot -> shot.in().kind())
                .contains(Transition.Kind.CUT, Transition.Kind.DISSOLVE, Transition.Kind.FLASH);
        assertThat(charactersOf(truth, 2)).extracting(CharacterTruth::name).containsExactly("Anna", "Carl");
        assertThat(charactersOf(truth, 3)).isEmpty();
        assertThat(charactersOf(truth, 5)).extracting(CharacterTruth::kind).containsExactly(Figure.Kind.ANIMAL);
        assertThat(charactersOf(truth, 6)).extracting(CharacterTruth::kind).containsExactly(Figure.Kind.HOSE);
        assertThat(charactersOf(truth, 7)).allMatch(CharacterTruth::profile);
        assertThat(truth.speech()).extracting(FilmTruth.Utterance::name).contains("Anna", "Ben", "Carl");
    }

    private static List<CharacterTruth> charactersOf(FilmTruth truth, int shot) {
        return CARTOON.truth(middle(truth, shot)).characters();
    }

    private static long middle(FilmTruth truth, int shot) {
        var span = truth.shots().get(shot).span();
        return (span.first() + span.end()) / 2;
    }

    @Test
    void itCanBeMinutesLong() {
        Cartoon longer = StandardCartoon.of(4);
        assertThat(longer.frames()).isEqualTo(4 * CARTOON.frames());
        assertThat(longer.truth(longer.frames() - 1).shot()).isEqualTo(8);
    }

    @Test
    void theModelsSeeWhatTheyShouldSee() {
        FilmTruth truth = CARTOON.truth();
        DoubleStream.Builder errors = DoubleStream.builder();
        try (StarterModels models = new StarterModels()) {
            for (int shot : new int[] {0, 1, 4, 8}) {
                for (long frame : new long[] {middle(truth, shot), middle(truth, shot) + 11}) {
                    Picture picture = StarterModels.picture(CARTOON.picture(frame));
                    BodyPose pose = Objects.requireNonNull(models.pose(picture));
                    assertThat(pose.score()).as("shot %d frame %d", shot, frame).isGreaterThan(0.9);
                    CharacterTruth person = CARTOON.truth(frame).characters().getFirst();
                    Arrays.stream(BodyErrors.of(person, pose)).forEach(errors);
                }
            }
            assertThat(count(models, middle(truth, 2))).isEqualTo(2);
            assertThat(count(models, middle(truth, 3))).isZero();
        }
        assertThat(BodyErrors.median(errors.build().toArray())).isLessThanOrEqualTo(0.04);
    }

    private static long count(StarterModels models, long frame) {
        return models.persons(StarterModels.picture(CARTOON.picture(frame))).stream()
                .filter(person -> person.score() >= 0.5)
                .count();
    }
}
