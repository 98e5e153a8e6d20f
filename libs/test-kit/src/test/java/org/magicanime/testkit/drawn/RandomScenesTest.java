package org.magicanime.testkit.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.magicanime.inference.blaze.BodyPose;

class RandomScenesTest {
    private static Cartoon cartoon(Scene scene) {
        return new Cartoon(List.of(scene), 640, 360, 24);
    }

    @Test
    void aSeedIsAScene() {
        assertThat(RandomScenes.of(7, 48)).isEqualTo(RandomScenes.of(7, 48)).isNotEqualTo(RandomScenes.of(8, 48));
    }

    @Test
    void allOfThePersonIsInThePicture() {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        Set<Figure.Kind> kinds = EnumSet.noneOf(Figure.Kind.class);
        for (int seed = 0; seed < 150; seed++) {
            Scene scene = RandomScenes.of(seed, 48);
            Actor actor = scene.actors().getFirst();
            actions.add(actor.moves().getFirst().action());
            kinds.add(actor.figure().kind());
            for (long frame = 0; frame < 48; frame += 12) {
                CharacterTruth person = cartoon(scene).truth(frame).characters().getFirst();
                assertThat(person.points().subList(0, CharacterTruth.LEFT_HAND))
                        .as("seed %d frame %d", seed, frame)
                        .allMatch(point -> point.visibility() > 0);
            }
        }
        assertThat(actions).containsExactlyInAnyOrder(Action.values());
        assertThat(kinds).allMatch(Figure.Kind::seenByModels).hasSize(3);
    }

    @Test
    void theModelsFindMostOfThem() {
        DoubleStream.Builder errors = DoubleStream.builder();
        int seen = 0;
        try (StarterModels models = new StarterModels()) {
            for (int seed = 0; seed < 20; seed++) {
                Cartoon cartoon = cartoon(RandomScenes.of(seed, 24));
                BodyPose pose = models.pose(StarterModels.picture(cartoon.picture(10)));
                if (pose != null && pose.score() > 0.9) {
                    seen++;
                    CharacterTruth person = cartoon.truth(10).characters().getFirst();
                    errors.add(BodyErrors.median(BodyErrors.of(person, pose)));
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(18);
        assertThat(BodyErrors.median(errors.build().toArray())).isLessThanOrEqualTo(0.05);
    }
}
