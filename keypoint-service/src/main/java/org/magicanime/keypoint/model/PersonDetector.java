package org.magicanime.keypoint.model;

import java.util.ArrayList;
import java.util.List;
import org.magicanime.inference.Model;
import org.magicanime.inference.Models;
import org.magicanime.inference.person.Letterbox;
import org.magicanime.inference.person.PersonBox;
import org.magicanime.inference.person.RtmdetReader;
import org.magicanime.inference.person.YoloxReader;
import org.magicanime.inference.picture.Picture;

/// A detector of persons that one has fetched: a second opinion on how many characters there are. For one
/// thread at a time.
public final class PersonDetector implements AutoCloseable {
    /// Below these scores each of them sees persons in empty pictures.
    private static final double LEAST_YOLOX = 0.4;

    private static final double LEAST_RTMDET = 0.55;
    /// Drawn persons are seen better in a small picture, which it was trained on.
    private static final int FILL_RTMDET = 320;

    private static final int GRIDS = 3;

    private final Model model;
    private final boolean yolox;
    private final int side;
    private final Letterbox letterbox;

    /// @param id one of {@link EstimatorOptions#PERSON_DETECTORS}
    public PersonDetector(Models models, String id) {
        if (!EstimatorOptions.PERSON_DETECTORS.contains(id)) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no person detector; there are " + EstimatorOptions.PERSON_DETECTORS);
        }
        this.yolox = id.equals("yolox_nano");
        this.model = models.open(id);
        this.side = Math.toIntExact(model.entry().inputs().getFirst().shape().getLast());
        this.letterbox = new Letterbox(model.entry().inputs().getFirst(), yolox ? side : FILL_RTMDET);
    }

    /// @return best first; one for each person, as far as boxes tell
    public List<PersonBox> find(Picture picture) {
        letterbox.show(picture, model.input(model.entry().inputs().getFirst().name()));
        model.run();
        return merged(read(letterbox.scale(picture)));
    }

    /// @return 0 to 1: score of the best animal in the picture of the last {@link #find}; 0 if a person is seen
    ///     better, or only persons are known
    double animal() {
        return yolox ? YoloxReader.bestAnimal(model.output("output")) : 0;
    }

    private List<PersonBox> read(double scale) {
        if (yolox) {
            return YoloxReader.read(model.output("output"), side, scale, LEAST_YOLOX);
        }
        List<java.nio.FloatBuffer> logits = new ArrayList<>();
        List<java.nio.FloatBuffer> distances = new ArrayList<>();
        for (int grid = 0; grid < GRIDS; grid++) {
            logits.add(model.output("rtmdet_head.0." + grid));
            distances.add(model.output("rtmdet_head.1." + grid));
        }
        return RtmdetReader.read(logits, distances, side, scale, LEAST_RTMDET);
    }

    private static List<PersonBox> merged(List<PersonBox> boxes) {
        List<PersonBox> kept = new ArrayList<>();
        for (PersonBox box : boxes) {
            if (kept.stream().noneMatch(better -> Boxes.areOne(better, box))) {
                kept.add(box);
            }
        }
        return kept;
    }

    @Override
    public void close() {
        model.close();
    }
}
