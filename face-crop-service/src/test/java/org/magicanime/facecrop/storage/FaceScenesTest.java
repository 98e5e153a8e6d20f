package org.magicanime.facecrop.storage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.KnownStore;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.facecrop.domain.CropMap;
import org.magicanime.facecrop.domain.CropShape;
import org.magicanime.facecrop.domain.FaceCropParameters;
import org.magicanime.facecrop.domain.FaceCropper;
import org.magicanime.facecrop.domain.FaceRules;
import org.magicanime.facecrop.domain.FaceSearch;
import org.magicanime.facecrop.media.AvFaceMedia;
import org.magicanime.facecrop.model.CatalogueFaceModels;
import org.magicanime.facecrop.model.ProjectFaceModels;
import org.magicanime.facecrop.storage.PosedClips.Paint;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.RandomScenes;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.StandardCartoon;
import org.magicanime.testkit.drawn.Voice;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.decode.SoundTrack;

/// What happens to a face while it is shown: it becomes another one, something hides it, it is not sharp.
class FaceScenesTest {
    private static final Figure ANNA = Figure.anime("Anna", Colours.blue());
    private static final Figure BEN = Figure.flat("Ben", Colours.red());
    private static final Backdrop ROOM = new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5);
    /// Frames next to a change that are left out, to either side.
    private static final int AROUND = 3;

    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static EmbeddedStore server;
    private static PosedClips clips;
    private static CatalogueFaceModels models;

    @BeforeAll
    static void start() throws IOException {
        workFolders = WorkFolders.below(folder.resolve("work"));
        server = EmbeddedStore.start(folder.resolve("store"), 0, "key", "secret-key", BucketNotifications.NONE);
        clips = new PosedClips(new KnownStore(server.endpoint(), "key", "secret-key"), folder.resolve("clips"));
        models = ProjectFaceModels.open();
    }

    @AfterAll
    static void stop() throws Exception {
        models.close();
        clips.close();
        server.close();
        workFolders.close();
    }

    private record Told(long first, List<FaceClip> faces, List<ItemRejected> rejections) {
        List<String> codes() {
            return rejections.stream().map(ItemRejected::code).distinct().toList();
        }

        /// The frames of each face, counted from the clip's first.
        List<FrameSpan> spans() {
            return faces.stream()
                    .map(face -> new FrameSpan(
                            face.span().first() - first, face.span().end() - first))
                    .toList();
        }

        ItemRejected rejection(String code) {
            return rejections.stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        FrameSpan rejected(String code) {
            FrameSpan span = requireNonNull(rejection(code).span());
            return new FrameSpan(span.first() - first, span.end() - first);
        }
    }

    @Test
    void whereACutWasMissedEachFaceIsAClipOfItsOwn() throws IOException {
        Told told = crop(clips.posed(PosedClips.cartoon(alone(ANNA, 48), alone(BEN, 48))));

        assertThat(told.codes()).containsExactly("identity-changes");
        assertThat(told.rejected("identity-changes")).isEqualTo(new FrameSpan(48 - AROUND, 48 + AROUND));
        assertThat(requireNonNull(told.rejection("identity-changes").measured()))
                .isGreaterThan(1);
        assertThat(told.spans()).containsExactly(new FrameSpan(0, 48 - AROUND), new FrameSpan(48 + AROUND, 96));
        assertThat(appearances(told.faces())).isGreaterThan(1);
    }

    @Test
    void twoWhoSwapPlacesAreNotOneFace() throws IOException {
        Scene before = Scene.of(40, ROOM, at(ANNA, 0.3), at(BEN, 0.72));
        Scene after = Scene.of(40, ROOM, at(BEN, 0.3), at(ANNA, 0.72));

        Told told = crop(clips.posed(PosedClips.cartoon(before, after)));

        assertThat(told.codes()).containsExactly("identity-changes");
        assertThat(told.spans()).containsExactly(new FrameSpan(0, 40 - AROUND), new FrameSpan(40 + AROUND, 80));
    }

    @Test
    void whoComesNearToAnotherFaceIsLeftOut() throws IOException {
        Scene near = Scene.of(40, ROOM, at(ANNA, 0.42), at(BEN, 0.54));

        Told told = crop(clips.posed(PosedClips.cartoon(near)));

        assertThat(told.faces()).isEmpty();
        assertThat(told.codes()).contains("several-faces");
    }

    @Test
    void aMaskThatIsPutOnMakesAnotherFaceOfIt() throws IOException {
        Paint mask = (picture, truth, frame) -> {
            if (frame >= 50) {
                mask(picture, truth);
            }
        };

        Told told = crop(clips.posed(PosedClips.cartoon(StandardCartoon.talking(100)), mask));

        assertThat(told.codes()).contains("identity-changes");
        assertThat(told.spans()).noneMatch(span -> span.first() < 50 && span.end() > 50);
        assertThat(told.spans()).contains(new FrameSpan(0, 50 - AROUND));
    }

    @Test
    void whatPassesBeforeAFaceHidesIt() throws IOException {
        Paint pole = (picture, truth, frame) -> {
            if (frame >= 40 && frame < 46) {
                Rectangle2D face = box(truth);
                fill(
                        picture,
                        new Color(40, 120, 60),
                        new Rectangle2D.Double(
                                face.getX() + face.getWidth() * 0.5, 0, face.getWidth() * 0.6, picture.getHeight()));
            }
        };

        Told told = crop(clips.posed(PosedClips.cartoon(StandardCartoon.talking(90)), pole));

        assertThat(told.codes()).isSubsetOf("occluded", "landmarks-not-valid");
        assertThat(told.codes()).contains("occluded");
        assertThat(told.spans()).containsExactly(new FrameSpan(0, 40), new FrameSpan(46, 90));
    }

    @Test
    void framesThatAreNotSharpAreLeftOut() throws IOException {
        Paint blur = (picture, truth, frame) -> {
            if (frame >= 40 && frame < 46) {
                blur(picture, 10);
            }
        };

        Told told = crop(clips.posed(PosedClips.cartoon(StandardCartoon.talking(90)), blur));

        assertThat(told.codes()).contains("blurred").isSubsetOf("blurred", "landmarks-not-valid");
        assertThat(told.spans()).containsExactly(new FrameSpan(0, 40), new FrameSpan(46, 90));
    }

    @Test
    void theBackOfAHeadHasNoFace() throws IOException {
        Told told = crop(clips.posed(PosedClips.cartoon(alone(ANNA.withHair(Figure.Hair.OVER_THE_FACE), 40))));

        assertThat(told.faces()).isEmpty();
        assertThat(told.codes()).containsExactly("landmarks-not-valid");
    }

    @Test
    void oneCharacterLooksAlikeInOtherShotsAndAnotherDoesNot() throws IOException {
        List<FaceClip> faces = new ArrayList<>();
        for (int[] shot : new int[][] {{3, 1}, {3, 2}, {4, 3}}) {
            faces.addAll(crop(clips.posed(PosedClips.cartoon(RandomScenes.closeUp(shot[0], shot[1], 40))))
                    .faces());
        }

        assertThat(faces).hasSize(3);
        assertThat(appearances(List.of(faces.get(0), faces.get(1)))).isLessThan(1);
        assertThat(appearances(List.of(faces.get(0), faces.get(2)))).isGreaterThan(1);
    }

    @Test
    void theSoundIsExactlyThatOfTheFrames() throws IOException {
        Paint pole = (picture, truth, frame) -> {
            if (frame < 10) {
                fill(picture, Color.BLACK, new Rectangle2D.Double(0, 0, picture.getWidth(), picture.getHeight()));
            }
        };
        ClipPosed clip = clips.posed(PosedClips.cartoon(StandardCartoon.talking(60)), pole);

        FaceClip face = crop(clip).faces().getFirst();

        long first = (face.span().first() - clip.span().first()) * PosedClips.SOUND_RATE / 24;
        long end = (face.span().end() - clip.span().first()) * PosedClips.SOUND_RATE / 24;
        assertThat(first).isPositive();
        try (SoundTrack whole = SoundTrack.ofClip(clips.fetch(requireNonNull(clip.sound()), "whole.flac"));
                SoundTrack part = SoundTrack.ofClip(clips.fetch(requireNonNull(face.sound()), "part.flac"))) {
            assertThat(part.rate()).isEqualTo(PosedClips.SOUND_RATE);
            assertThat(part.channels()).isEqualTo(whole.channels());
            assertThat(part.read(0, end - first)).isEqualTo(whole.read(first, end));
            assertThat(part.read(end - first, end - first + 100)).containsOnly(0);
        }
        CropMap map = EventJson.read(Files.readAllBytes(clips.fetch(face.crop(), "sound-crop.json")), CropMap.class);
        assertThat(map.frames().getFirst().time()).isZero();
        assertThat(map.frames().get(24).time()).isEqualTo(1.0);
    }

    private static Scene alone(Figure figure, int frames) {
        return Scene.of(frames, ROOM, Actor.mediumShot(figure, Voice.of(210, 1)));
    }

    private static Actor at(Figure figure, double x) {
        double height = 0.3 * figure.heads();
        return Actor.mediumShot(figure, Voice.of(210, 1)).standing(x, 0.12 + height, height);
    }

    private static double appearances(List<FaceClip> two) {
        return requireNonNull(two.get(0).appearance())
                .distanceTo(requireNonNull(two.get(1).appearance()));
    }

    private static Rectangle2D box(CharacterTruth truth) {
        Rectangle2D.Double box = null;
        for (KnownPoint point : truth.landmarks()) {
            Rectangle2D.Double place = new Rectangle2D.Double(point.x(), point.y(), 0.1, 0.1);
            if (box == null) {
                box = place;
            } else {
                box.add(place);
            }
        }
        return requireNonNull(box);
    }

    /// Over the whole face but for eyes and mouth.
    private static void mask(BufferedImage picture, CharacterTruth truth) {
        BufferedImage face = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        face.setData(picture.getData());
        Rectangle2D box = box(truth);
        fill(
                picture,
                new Color(110, 40, 150),
                new Ellipse2D.Double(
                        box.getX() - box.getWidth() * 0.05,
                        box.getY() - box.getHeight() * 0.35,
                        box.getWidth() * 1.1,
                        box.getHeight() * 1.4));
        Graphics2D graphics = picture.createGraphics();
        for (int[] hole : new int[][] {{36, 42}, {42, 48}, {48, 60}}) {
            List<KnownPoint> points = truth.landmarks().subList(hole[0], hole[1]);
            double left = points.stream().mapToDouble(KnownPoint::x).min().orElseThrow() - 3;
            double right = points.stream().mapToDouble(KnownPoint::x).max().orElseThrow() + 3;
            double top = points.stream().mapToDouble(KnownPoint::y).min().orElseThrow() - 3;
            double bottom = points.stream().mapToDouble(KnownPoint::y).max().orElseThrow() + 3;
            graphics.setClip(new Ellipse2D.Double(left, top, right - left, bottom - top));
            graphics.drawImage(face, 0, 0, null);
        }
        graphics.dispose();
    }

    private static void fill(BufferedImage picture, Color colour, java.awt.Shape shape) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(colour);
        graphics.fill(shape);
        graphics.dispose();
    }

    /// By making it smaller and larger again.
    private static void blur(BufferedImage picture, int by) {
        int width = picture.getWidth() / by;
        int height = picture.getHeight() / by;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D shrink = small.createGraphics();
        shrink.drawImage(picture.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        shrink.dispose();
        Graphics2D grow = picture.createGraphics();
        grow.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        grow.drawImage(small, 0, 0, picture.getWidth(), picture.getHeight(), null);
        grow.dispose();
    }

    private static Told crop(ClipPosed clip) {
        List<PipelineEvent> told = new ArrayList<>();
        new FaceCropper(
                        new AvFaceMedia(),
                        () -> models,
                        new StoredFaceArchive(clips.store(), PosedClips.BUCKET),
                        new FaceCropParameters(FaceRules.DEFAULT, FaceSearch.DEFAULT, CropShape.DEFAULT, "test"),
                        workFolders)
                .crop(clip, told::add);
        FacesCropped faces = (FacesCropped) told.getLast();
        return new Told(
                clip.span().first(),
                faces.faces(),
                told.stream()
                        .filter(ItemRejected.class::isInstance)
                        .map(ItemRejected.class::cast)
                        .toList());
    }
}
