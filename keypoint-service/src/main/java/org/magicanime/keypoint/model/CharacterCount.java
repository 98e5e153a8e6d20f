package org.magicanime.keypoint.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.blaze.Detection;
import org.magicanime.inference.person.PersonBox;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.keypoint.domain.PoseEstimator;
import org.magicanime.pictures.ClipPictures;

/// Looks at every few frames as a whole and counts the characters. Detectors miss drawn persons in single
/// frames, so that three looks together decide.
final class CharacterCount {
    private static final double AROUND_BOX = 1.5;
    /// Samples on each side.
    private static final int AROUND = 4;

    /// Faces of this score are counted.
    private static final double LEAST_FACE = 0.7;

    /// Of the picture's shorter side. The body of a smaller face is seen by itself.
    private static final double LARGE_FACE = 0.2;

    private final BodyModels bodies;
    private final FaceModels faces;
    private final List<PersonDetector> persons;
    private final int every;

    CharacterCount(BodyModels bodies, FaceModels faces, List<PersonDetector> persons, int every) {
        this.bodies = bodies;
        this.faces = faces;
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
        Roi whole = Roi.whole(picture);
        Roi shown = whole;
        List<Detection> found = bodies.detect(picture, shown);
        Tally tally = new Tally(found);
        for (PersonDetector detector : persons) {
            List<PersonBox> boxes = detector.find(picture);
            tally.add(boxes.stream().map(PersonBox::score).toList());
            tally.animal = Math.max(tally.animal, detector.animal());
            if (boxes.size() == 1 && score(found, 0) < PoseEstimator.LEAST_COUNTED) {
                shown = around(boxes.getFirst());
                found = bodies.detect(picture, shown);
            }
        }
        List<Detection> large = largeFaces(picture, whole);
        tally.add(large.stream()
                .map(Detection::score)
                .filter(score -> score >= LEAST_FACE)
                .toList());
        return new Sample(
                frame,
                tally.characters,
                tally.best,
                tally.second,
                tally.animal,
                score(large, 0),
                start(found, shown, large, whole));
    }

    private static @Nullable Start start(List<Detection> bodies, Roi shown, List<Detection> faces, Roi whole) {
        if (score(bodies, 0) >= PoseEstimator.LEAST_COUNTED
                && (faces.isEmpty() || !Start.isWithin(bodies.getFirst(), shown, faces.getFirst(), whole))) {
            return Start.ofBody(bodies.getFirst(), shown);
        }
        return faces.isEmpty() ? null : Start.ofFace(faces.getFirst(), whole);
    }

    /// What all detectors together say: as many characters as the one that sees most.
    private static final class Tally {
        private int characters;
        private double best;
        private double second;
        private double animal;

        /// @param bodies also those too weak to count, of which the best one says how far from counting it was
        Tally(List<Detection> bodies) {
            characters = (int) bodies.stream()
                    .filter(one -> one.score() >= PoseEstimator.LEAST_COUNTED)
                    .count();
            best = CharacterCount.score(bodies, 0);
            second = CharacterCount.score(bodies, 1);
        }

        /// @param scores of all that count, best first
        void add(List<Double> scores) {
            if (scores.size() > characters) {
                characters = scores.size();
                second = scores.size() > 1 ? scores.get(1) : second;
            }
            best = scores.isEmpty() ? best : Math.max(best, scores.getFirst());
        }
    }

    private List<Detection> largeFaces(Picture picture, Roi whole) {
        double least = LARGE_FACE * Math.min(picture.width(), picture.height()) / whole.height();
        return faces.detect(picture, whole).stream()
                .filter(face -> face.bottom() - face.top() >= least)
                .toList();
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
            Sample one = crowd != null ? crowd : middle(samples, nearest);
            deciding[frame] = one.with(animal(samples, nearest), largeFace(samples, nearest));
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

    /// The middle one of three, since a detector of photographs loses drawn animals in single frames too.
    private static double animal(List<Sample> samples, int at) {
        return neighbours(samples, at).stream()
                .mapToDouble(Sample::animal)
                .sorted()
                .skip(1)
                .findFirst()
                .orElse(samples.get(at).animal());
    }

    /// The best one of three: a face does not fill a picture for a single look, but it is lost in one.
    private static double largeFace(List<Sample> samples, int at) {
        return neighbours(samples, at).stream()
                .mapToDouble(Sample::largeFace)
                .max()
                .orElseThrow();
    }

    private static List<Sample> neighbours(List<Sample> samples, int at) {
        return samples.subList(Math.max(0, at - 1), Math.min(samples.size(), at + 2));
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
