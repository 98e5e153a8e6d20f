package org.magicanime.facecrop.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.facecrop.domain.FaceTrail.Look;
import org.magicanime.inference.picture.Bounds;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;
import org.magicanime.pictures.ClipPictures;

/// Follows all faces of a pose span. Every few frames the picture is looked at as a whole; faces seen there are
/// linked to trails, and each trail is followed both ways from the frame in which its face is seen best.
final class FaceTracker {
    private static final double CERTAIN = 0.9;
    private static final double SEEN = 0.5;
    /// On drawings the face mesh is sensitive to the size of the face in what it is shown.
    private static final double[] OTHER_SIZES = {1.15, 1.3};

    private static final double WITHOUT_DETECTION = 0.5;
    /// Intersection over union from which on two sightings are of one face.
    private static final double SAME = 0.4;

    private static final double NEAR = 0.2;

    private final FaceModels models;
    private final int every;

    /// @param every frames from one look at whole pictures to the next
    FaceTracker(FaceModels models, int every) {
        this.models = models;
        this.every = every;
    }

    /// @param faces those that are followed, best trail first; none where nothing is like a face
    /// @param bestScore of anything that was looked at, 0 to 1
    record Frame(List<SeenFace> faces, double bestScore) {}

    /// @param hints one of each frame
    List<Frame> track(ClipPictures pictures, List<FaceHint> hints) {
        return new Following(pictures, hints).all();
    }

    private final class Following {
        private final ClipPictures pictures;
        private final List<FaceHint> hints;
        private final List<List<SeenFace>> seen = new ArrayList<>();
        private final double[] bestScores;

        Following(ClipPictures pictures, List<FaceHint> hints) {
            this.pictures = pictures;
            this.hints = hints;
            this.bestScores = new double[hints.size()];
            hints.forEach(hint -> seen.add(new ArrayList<>()));
        }

        List<Frame> all() {
            List<FaceTrail> trails = trails();
            trails.sort(Comparator.comparingDouble(FaceTrail::weight)
                    .reversed()
                    .thenComparingInt(trail -> trail.looks().getFirst().frame()));
            for (int number = 0; number < trails.size(); number++) {
                follow(trails.get(number), number);
            }
            List<Frame> frames = new ArrayList<>();
            for (int i = 0; i < seen.size(); i++) {
                frames.add(new Frame(List.copyOf(seen.get(i)), bestScores[i]));
            }
            return frames;
        }

        private List<FaceTrail> trails() {
            List<FaceTrail> all = new ArrayList<>();
            List<FaceTrail> open = new ArrayList<>();
            int last = hints.size() - 1;
            for (int frame = 0; frame <= last; frame = frame == last ? last + 1 : Math.min(last, frame + every)) {
                int now = frame;
                open.removeIf(trail -> trail.isOver(now, every));
                List<Look> looks = look(now);
                double[][] costs = new double[open.size()][looks.size()];
                for (int i = 0; i < open.size(); i++) {
                    for (int j = 0; j < looks.size(); j++) {
                        costs[i][j] = open.get(i).cost(looks.get(j), every);
                    }
                }
                int[] lookOf = Assignment.of(costs);
                List<Look> left = new ArrayList<>(looks);
                for (int i = 0; i < lookOf.length; i++) {
                    if (lookOf[i] >= 0) {
                        open.get(i).add(looks.get(lookOf[i]));
                        left.remove(looks.get(lookOf[i]));
                    }
                }
                for (Look unknown : left) {
                    FaceTrail trail = new FaceTrail();
                    trail.add(unknown);
                    all.add(trail);
                    open.add(trail);
                }
            }
            return all;
        }

        /// All faces of a picture, best first.
        private List<Look> look(int frame) {
            Picture picture = pictures.picture(frame);
            List<FaceSighting> found = new ArrayList<>();
            for (Roi region : regions(picture, hints.get(frame))) {
                FaceSighting sighting = best(picture, region, frame);
                if (sighting.score() >= SEEN) {
                    found.add(sighting);
                }
            }
            found.sort(Comparator.comparingDouble(FaceSighting::score).reversed());
            List<Look> distinct = new ArrayList<>();
            for (FaceSighting each : found) {
                Bounds box = each.box();
                if (distinct.stream()
                        .noneMatch(other -> isSame(box, other.sighting().box()))) {
                    distinct.add(new Look(frame, each, lookOf(picture, each)));
                }
            }
            return distinct;
        }

        private List<Roi> regions(Picture picture, FaceHint hint) {
            List<Roi> regions = new ArrayList<>();
            hint.face(pictures.scale()).ifPresent(regions::add);
            hint.head(pictures.scale()).ifPresent(head -> {
                List<Roi> detected = models.detect(picture, head);
                regions.addAll(detected.isEmpty() ? List.of(head.grown(WITHOUT_DETECTION, 0)) : detected);
            });
            regions.addAll(models.detect(picture, Roi.whole(picture)));
            return regions;
        }

        private FaceSighting best(Picture picture, Roi region, int frame) {
            FaceSighting best = inAnySize(picture, region);
            FaceSighting again = models.look(picture, best.next());
            best = again.score() >= best.score() ? again : best;
            bestScores[frame] = Math.max(bestScores[frame], best.score());
            return best;
        }

        private FaceSighting inAnySize(Picture picture, Roi region) {
            FaceSighting best = models.look(picture, region);
            for (double size : OTHER_SIZES) {
                if (best.score() < CERTAIN) {
                    FaceSighting tried = models.look(picture, region.grown(size, 0));
                    best = tried.score() > best.score() ? tried : best;
                }
            }
            return best;
        }

        private void follow(FaceTrail trail, int number) {
            Look start = trail.best();
            if (taken(start.frame(), start.sighting())) {
                return;
            }
            seen.get(start.frame())
                    .add(new SeenFace(
                            number,
                            start.sighting(),
                            start.sighting().landmarks(pictures.picture(start.frame()), pictures.scale()),
                            start.look()));
            walk(trail, number, start, 1);
            walk(trail, number, start, -1);
        }

        private void walk(FaceTrail trail, int number, Look start, int step) {
            @Nullable Look[] looks = new Look[hints.size()];
            trail.looks().forEach(look -> looks[look.frame()] = look);
            int firstLook = trail.looks().getFirst().frame();
            int lastLook = trail.last().frame();
            FaceSighting before = start.sighting();
            for (int frame = start.frame() + step; frame >= 0 && frame < hints.size(); frame += step) {
                Picture picture = pictures.picture(frame);
                FaceSighting now = next(picture, before, looks[frame], frame);
                if (now.score() < SEEN || taken(frame, now)) {
                    if (frame < firstLook || frame > lastLook) {
                        return;
                    }
                    continue;
                }
                before = now;
                seen.get(frame)
                        .add(new SeenFace(number, now, now.landmarks(picture, pictures.scale()), lookOf(picture, now)));
            }
        }

        /// The face where it was, where it was seen when the picture was looked at as a whole, or where the
        /// body has it.
        private FaceSighting next(Picture picture, FaceSighting before, @Nullable Look look, int frame) {
            FaceSighting best = inAnySize(picture, before.next());
            if (best.score() < CERTAIN && look != null && look.sighting().score() > best.score()) {
                best = look.sighting();
            }
            Optional<Roi> hinted = best.score() < CERTAIN ? hints.get(frame).face(pictures.scale()) : Optional.empty();
            if (hinted.isPresent()) {
                FaceSighting tried = models.look(picture, hinted.get());
                if (tried.score() > best.score() && tried.box().overlap(before.box()) > NEAR) {
                    best = tried;
                }
            }
            bestScores[frame] = Math.max(bestScores[frame], best.score());
            return best;
        }

        private FaceLook lookOf(Picture picture, FaceSighting sighting) {
            return FaceLook.of(picture, sighting.points(), models.embedding(picture, sighting.points()));
        }

        private boolean taken(int frame, FaceSighting sighting) {
            Bounds box = sighting.box();
            return seen.get(frame).stream().anyMatch(other -> isSame(box, other.box()));
        }
    }

    private static boolean isSame(Bounds one, Bounds other) {
        return one.overlap(other) > SAME;
    }
}
