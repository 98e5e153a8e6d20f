package org.magicanime.facecrop.domain;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.RandomScenes;

/// Faces of people by chance in scenes by chance, in which the light differs too, as the models see them.
final class DrawnPeople {
    private static final int FRAMES = 9;
    private static final int STEP = 4;
    private static final double LIGHT = 0.12;
    private static final double CAST = 0.04;

    private DrawnPeople() {}

    /// @param person which person
    /// @param scene which scene
    /// @return signatures, not scaled, of some frames in which the face is certain; perhaps none
    static List<double[]> raw(FaceModels models, long person, long scene) {
        Cartoon cartoon = new Cartoon(List.of(RandomScenes.closeUp(person, scene, FRAMES)), 640, 360, 24);
        Random random = new Random(person * 31 + scene);
        double light = 1 + LIGHT * (2 * random.nextDouble() - 1);
        double[] gains = new double[3];
        for (int i = 0; i < 3; i++) {
            gains[i] = light * (1 + CAST * (2 * random.nextDouble() - 1));
        }
        List<double[]> all = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame += STEP) {
            Picture picture = picture(cartoon.picture(frame), gains);
            CharacterTruth truth = cartoon.truth(frame).characters().getFirst();
            List<Point> drawn = truth.landmarks().stream()
                    .map(point -> new Point(point.x(), point.y()))
                    .toList();
            FaceSighting face = models.look(picture, Bounds.of(drawn).turned(0).grown(1.5, 0));
            face = models.look(picture, face.next());
            if (face.score() >= 0.9) {
                all.add(FaceLook.raw(picture, face.points()));
            }
        }
        return all;
    }

    static Picture picture(BufferedImage image, double... gains) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] bytes = new byte[rgb.length * Picture.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                int value = rgb[i] >> 16 - 8 * channel & 0xff;
                bytes[3 * i + channel] =
                        (byte) Math.clamp(Math.round(value * (gains.length == 0 ? 1 : gains[channel])), 0, 255);
            }
        }
        return new Picture(image.getWidth(), image.getHeight(), bytes);
    }
}
