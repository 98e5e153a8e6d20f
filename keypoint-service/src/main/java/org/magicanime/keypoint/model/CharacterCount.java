package org.magicanime.keypoint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.person.PersonBox;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.keypoint.domain.ClipPictures;
import org.magicanime.keypoint.domain.PoseEstimator;

/// Looks at every few frames as a whole and counts the characters. Detectors miss drawn persons in single
/// frames, so that three looks together decide.
final class CharacterCount {
    private static final double AROUND_BOX = 1.5;
    /// Samples on each side.
    private static final int AROUND = 4;

    private final BodyModels bodies;
    private final List<PersonDetector> persons;
    private final int every;

    CharacterCount(BodyModels bodies, List<PersonDetector> persons, int every) {
        this.bodies = bodies;
        this.persons = persons;
        this.every = every;
    }

    /// @return in the order of frames; the first and the last frame are among them
    List<Sample> samples(ClipPictures pictures) {
        List<Sample> samples = new ArrayList<>();
        int last = pictures.frames() - 1;
        for (int frame = 0; frame < last; frame += every) {
            samples.add(look(pictures.picture(frame), frame));
        }
        samples.add(look(pictures.picture(last), last));
        return samples;
    }

    private Sample look(Picture picture, int frame) {
        Roi shown = Roi.whole(picture);
        List<Detection> found = bodies.detect(picture, shown);
        int characters = (int) found.stream()
                .filter(one -> one.score() >= PoseEstimator.LEAST_COUNTED)
                .count();
        double best = score(found, 0);
        double second = score(found, 1);
        for (PersonDetector detector : persons) {
            List<PersonBox> boxes = detector.find(picture);
            if (boxes.size() > characters) {
                characters = boxes.size();
                second = boxes.size() > 1 ? boxes.get(1).score() : second;
            }
            if (!boxes.isEmpty()) {
                best = Math.max(best, boxes.getFirst().score());
            }
            if (boxes.size() == 1 && score(found, 0) < PoseEstimator.LEAST_COUNTED) {
                shown = around(boxes.getFirst());
                found = bodies.detect(picture, shown);
            }
        }
        boolean counts = score(found, 0) >= PoseEstimator.LEAST_COUNTED;
        return new Sample(frame, characters, best, second, counts ? found.getFirst() : null, shown);
    }

    private static double score(List<Detection> found, int place) {
        return found.size() > place ? found.get(place).score() : 0;
    }

    private static Roi around(PersonBox box) {
        double side = Math.max(box.right() - box.left(), box.bottom() - box.top()) * AROUND_BOX;
        return new Roi((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2, side, side, 0);
    }

    /// For each frame the sample that speaks for it. Where several characters are seen in a third of the
    /// samples around, there are several, since a detector loses one of them now and then; else the middle
    /// number of three decides.
    static Sample[] deciding(List<Sample> samples, int frames) {
        Sample[] deciding = new Sample[frames];
        int nearest = 0;
        for (int frame = 0; frame < frames; frame++) {
            while (nearest + 1 < samples.size()
                    && Math.abs(samples.get(nearest + 1).frame() - frame)
                            <= Math.abs(samples.get(nearest).frame() - frame)) {
                nearest++;
            }
            Sample crowd = crowd(samples, nearest);
            deciding[frame] = crowd != null ? crowd : middle(samples, nearest);
        }
        return deciding;
    }

    private static @Nullable Sample crowd(List<Sample> samples, int at) {
        List<Sample> around = samples.subList(Math.max(0, at - AROUND), Math.min(samples.size(), at + AROUND + 1));
        List<Sample> crowds =
                around.stream().filter(sample -> sample.characters() > 1).toList();
        return crowds.size() * 3 >= around.size()
                ? crowds.stream()
                        .min(Comparator.comparingInt(sample ->
                                Math.abs(sample.frame() - samples.get(at).frame())))
                        .orElse(null)
                : null;
    }

    private static Sample middle(List<Sample> samples, int at) {
        Sample here = samples.get(at);
        if (at == 0 || at + 1 == samples.size()) {
            return here;
        }
        Sample before = samples.get(at - 1);
        Sample after = samples.get(at + 1);
        int middle = Math.max(
                Math.min(before.characters(), after.characters()),
                Math.min(Math.max(before.characters(), after.characters()), here.characters()));
        return here.characters() == middle ? here : before.characters() == middle ? before : after;
    }
}
