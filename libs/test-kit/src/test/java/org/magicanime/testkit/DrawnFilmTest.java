package org.magicanime.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.testkit.drawn.CharacterTruth;

class DrawnFilmTest {
    private static final DrawnFilm FILM = DrawnFilm.standard(1);

    @Test
    void itsScenesHaveOneOneTwoAndOnePeople() {
        assertThat(FILM.scenes().stream().map(DrawnFilmTest::inTheMiddle)).containsExactly(1, 1, 2, 1);
        assertThat(FILM.characters(5)).as("in the dark").isEmpty();
        FrameSpan title = FILM.truth().stream()
                .filter(part -> part.kind() == DrawnFilm.Kind.STILL)
                .findFirst()
                .orElseThrow()
                .span();
        assertThat(FILM.characters(title.first())).isEmpty();
    }

    private static int inTheMiddle(FrameSpan scene) {
        return FILM.characters((scene.first() + scene.end()) / 2).size();
    }

    @Test
    void nobodyWalksOutOfALongFilm() {
        DrawnFilm longer = DrawnFilm.standard(20);
        for (FrameSpan scene : longer.scenes()) {
            List<CharacterTruth> people = longer.characters(scene.end() - 1);
            assertThat(people).isNotEmpty().allSatisfy(person -> {
                assertThat(person.points().get(11).visible()
                                || person.points().get(5).visible())
                        .isTrue();
                assertThat(person.box().right()).isLessThan(longer.width());
            });
        }
    }

    @Test
    void aSceneGoesOnThroughItsFades() {
        DrawnFilm.Part fadeIn = FILM.truth().get(1);
        assertThat(fadeIn.kind()).isEqualTo(DrawnFilm.Kind.FADE_IN);
        double before = shoulder(fadeIn.span().end() - 1);
        double after = shoulder(fadeIn.span().end());
        assertThat(Math.abs(after - before)).isLessThan(2);
    }

    private static double shoulder(long frame) {
        return FILM.characters(frame).getFirst().points().get(5).y();
    }
}
