package org.magicanime.testkit.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.testkit.drawn.FilmTruth.Shot;

class CartoonTest {
    private static final Figure ANNA = Figure.anime("anna", Colours.blue());
    private static final Figure BEN = Figure.flat("ben", Colours.red());
    private static final Backdrop STREET = new Backdrop(Look.JAPAN, Backdrop.Place.HOUSES, 3);
    private static final Backdrop ROOM = new Backdrop(Look.CHINA, Backdrop.Place.ROOM, 3);

    private static Cartoon talk() {
        return new Cartoon(
                List.of(
                        Scene.of(20, STREET, Actor.mediumShot(ANNA, Voice.of(210, 1)))
                                .panning(0.1),
                        Scene.of(20, ROOM, Actor.of(BEN).doing(Action.WAVE))
                                .beginning(Transition.dissolve(6))
                                .ending(Transition.fade(5))),
                320,
                180,
                24);
    }

    @Test
    void theSameScenesGiveTheSamePixelsAndSamples() {
        Cartoon one = talk();
        Cartoon other = talk();
        for (long frame = 0; frame < one.frames(); frame += 3) {
            assertThat(pixels(one.picture(frame))).isEqualTo(pixels(other.picture(frame)));
            assertThat(one.sound(frame, 16_000)).isEqualTo(other.sound(frame, 16_000));
            assertThat(one.truth(frame)).isEqualTo(other.truth(frame));
        }
        assertThat(pixels(one.picture(3))).isNotEqualTo(pixels(one.picture(4)));
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @Test
    void theTruthOfAFrameBelongsToItsPicture() {
        Cartoon cartoon = new Cartoon(List.of(Scene.of(40, ROOM, Actor.of(BEN).doing(Action.WAVE))), 640, 360, 24);
        Color skin = Colours.red().skin();
        int early = 0;
        for (long frame = 0; frame + 4 < cartoon.frames(); frame++) {
            BufferedImage picture = cartoon.picture(frame);
            assertThat(tipsIn(skin, picture, cartoon.truth(frame)))
                    .as("finger tips of frame %d on skin", frame)
                    .isEqualTo(4);
            early += tipsIn(skin, picture, cartoon.truth(frame + 4)) < 4 ? 1 : 0;
        }
        assertThat(early)
                .as("frames in which the truth of a later frame does not fit")
                .isGreaterThan(30);
    }

    /// How many tips of the right hand's fingers, without the thumb, lie on a colour.
    private static long tipsIn(Color colour, BufferedImage picture, FrameTruth truth) {
        List<KnownPoint> points = truth.characters().getFirst().points();
        return IntStream.of(8, 12, 16, 20)
                .mapToObj(point -> points.get(CharacterTruth.RIGHT_HAND + point))
                .filter(tip -> near(colour, picture.getRGB((int) tip.x(), (int) tip.y())))
                .count();
    }

    private static boolean near(Color colour, int rgb) {
        Color other = new Color(rgb);
        return Math.abs(colour.getRed() - other.getRed())
                        + Math.abs(colour.getGreen() - other.getGreen())
                        + Math.abs(colour.getBlue() - other.getBlue())
                < 60;
    }

    @Test
    void theMouthIsAsOpenAsTheVoiceIsLoud() {
        Scene scene =
                Scene.of(120, ROOM, Actor.mediumShot(ANNA, Voice.of(210, 1))).sounding(0, 0);
        Cartoon cartoon = new Cartoon(List.of(scene), 320, 180, 24);
        double[] open = new double[120];
        double[] loud = new double[120];
        for (int frame = 0; frame < open.length; frame++) {
            CharacterTruth anna = cartoon.truth(frame).characters().getFirst();
            open[frame] = anna.mouthOpening();
            double power = 0;
            float[] sound = cartoon.sound(frame, 16_000);
            for (float sample : sound) {
                power += sample * sample;
            }
            loud[frame] = Math.sqrt(power / sound.length);
            assertThat(anna.speaking() || anna.loudness() == 0).isTrue();
            double between = anna.points()
                    .get(CharacterTruth.FACE + 62)
                    .distanceTo(anna.points().get(CharacterTruth.FACE + 66));
            double eyes = anna.points().get(1).distanceTo(anna.points().get(2));
            assertThat(between / eyes).isCloseTo(open[frame], within(1e-9));
        }
        assertThat(BodyErrors.correlation(open, loud)).isGreaterThan(0.95);
        assertThat(Arrays.stream(open).max().orElseThrow()).isGreaterThan(0.2);
        assertThat(Arrays.stream(open).min().orElseThrow()).isZero();
        assertThat(Arrays.stream(loud).max().orElseThrow()).isBetween(0.05, 0.3);
    }

    @Test
    void shotsCutsAndSpeechAreTold() {
        FilmTruth truth = new Cartoon(
                        List.of(
                                Scene.of(
                                        30,
                                        STREET,
                                        Actor.mediumShot(ANNA, Voice.of(210, 1).between(0, 0.6))),
                                Scene.of(20, ROOM),
                                Scene.of(10, STREET).beginning(Transition.flash(3)),
                                Scene.of(10, ROOM).beginning(Transition.dissolve(3))),
                        320,
                        180,
                        24)
                .truth();

        assertThat(truth.shots())
                .extracting(Shot::span)
                .containsExactly(
                        new FrameSpan(0, 30), new FrameSpan(30, 50), new FrameSpan(50, 60), new FrameSpan(60, 70));
        assertThat(truth.cuts()).containsExactly(30L, 50L);
        assertThat(truth.speech()).hasSize(1);
        assertThat(truth.speech().getFirst().name()).isEqualTo("anna");
        assertThat(truth.speech().getFirst().span().end()).isLessThanOrEqualTo(15);
    }

    @Test
    void aDissolveShowsBothShotsAndAFadeEndsInTheDark() {
        Cartoon cartoon = talk();
        assertThat(cartoon.truth(19).characters())
                .extracting(CharacterTruth::name)
                .containsExactly("anna");
        FrameTruth middle = cartoon.truth(22);
        assertThat(middle.transition()).isEqualTo(Transition.Kind.DISSOLVE);
        assertThat(middle.characters()).extracting(CharacterTruth::name).containsExactly("anna", "ben");
        assertThat(middle.characters()).extracting(CharacterTruth::shot).containsExactly(0, 1);
        assertThat(cartoon.truth(26).characters())
                .extracting(CharacterTruth::name)
                .containsExactly("ben");
        assertThat(cartoon.truth(39).transition()).isEqualTo(Transition.Kind.FADE);
        assertThat(brightness(cartoon.picture(39))).isLessThan(0.25 * brightness(cartoon.picture(30)));

        BufferedImage dissolved = cartoon.picture(22);
        Cartoon alone = new Cartoon(List.of(cartoon.scenes().get(1).beginning(Transition.CUT)), 320, 180, 24);
        assertThat(pixels(dissolved)).isNotEqualTo(pixels(alone.picture(2)));
        assertThat(pixels(cartoon.picture(26))).isEqualTo(pixels(alone.picture(6)));
    }

    private static double brightness(BufferedImage picture) {
        return Arrays.stream(pixels(picture))
                .mapToDouble(rgb -> (rgb >> 8) & 0xff)
                .average()
                .orElseThrow();
    }
}
