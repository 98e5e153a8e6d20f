package org.magicanime.facecrop.storage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Telling;
import org.magicanime.drawing.KnownPoint;
import org.magicanime.facecrop.domain.BodyPoints;
import org.magicanime.facecrop.domain.ClipTimes;
import org.magicanime.facecrop.domain.CropMap;
import org.magicanime.facecrop.domain.CropShape;
import org.magicanime.facecrop.domain.FaceCropParameters;
import org.magicanime.facecrop.domain.FaceCropper;
import org.magicanime.facecrop.domain.FaceMedia;
import org.magicanime.facecrop.domain.FaceQuality;
import org.magicanime.facecrop.domain.FaceRules;
import org.magicanime.facecrop.domain.FaceSearch;
import org.magicanime.facecrop.domain.Landmarks;
import org.magicanime.facecrop.domain.MouthOpenings;
import org.magicanime.facecrop.media.AvFaceMedia;
import org.magicanime.facecrop.model.CatalogueFaceModels;
import org.magicanime.facecrop.model.ProjectFaceModels;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.StandardCartoon;
import org.magicanime.testkit.numbered.ShownVideo;
import org.magicanime.video.WorkFolders;

/// Drawn clips, of which every landmark is known, with the landmarks of the starter mesh, into a real store.
class FaceCropperTest {
    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static EmbeddedStore server;
    private static PosedClips clips;
    private static CatalogueFaceModels models;

    @BeforeAll
    static void start() throws IOException {
        workFolders = WorkFolders.below(folder.resolve("work"));
        server = store("store");
        clips = clips(server, "clips");
        models = ProjectFaceModels.open();
    }

    @AfterAll
    static void stop() throws Exception {
        clips.close();
        models.close();
        server.close();
        workFolders.close();
    }

    @Test
    void aTalkingHeadIsOneFaceClipWithItsLandmarksWhereTheyWereDrawn() throws IOException {
        Cartoon drawn = PosedClips.cartoon(StandardCartoon.talking(40));
        ClipPosed clip = clips.posed(drawn);

        FaceClip face = ((FacesCropped) crop(clip).getLast()).faces().getFirst();

        assertThat(face.span()).isEqualTo(clip.span());
        assertThat(face.faceId()).isEqualTo(clip.clipId() + "-f0");
        assertThat(ShownVideo.of(clips.fetch(face.clip(), "face.mp4")).frames()).hasSize(40);
        assertThat(ShownVideo.of(clips.fetch(face.overlay(), "over.mp4")).frames())
                .hasSize(40);
        FloatArray landmarks = NumpyFile.read(clips.fetch(face.landmarks(), "landmarks.npy"));
        assertThat(landmarks.shape()).containsExactly(40, 68, 3);
        CropMap map = EventJson.read(Files.readAllBytes(clips.fetch(face.crop(), "crop.json")), CropMap.class);
        List<Double> errors = new ArrayList<>();
        for (int frame = 0; frame < 40; frame++) {
            assertThat(map.frames().get(frame).number()).isEqualTo(clip.span().first() + frame);
            List<List<Double>> toCrop = map.frames().get(frame).toCrop();
            List<KnownPoint> truth = drawn.truth(frame).characters().getFirst().landmarks();
            for (int point = 0; point < 68; point++) {
                float x = landmarks.values()[(frame * 68 + point) * 3];
                float y = landmarks.values()[(frame * 68 + point) * 3 + 1];
                assertThat(x).isBetween(0f, 512f);
                assertThat(y).isBetween(0f, 512f);
                double filmX = (x - toCrop.get(0).get(2)) / toCrop.get(0).get(0);
                double filmY = (y - toCrop.get(1).get(2)) / toCrop.get(1).get(1);
                errors.add(Math.hypot(
                                filmX - truth.get(point).x(),
                                filmY - truth.get(point).y())
                        / faceHeight(truth));
            }
        }
        assertThat(errors.stream().sorted().toList().get(errors.size() / 2))
                .as("in face heights")
                .isLessThan(0.03);
        List<MouthOpenings.Frame> mouth = EventJson.read(
                        Files.readAllBytes(clips.fetch(face.mouth(), "mouth.json")), MouthOpenings.class)
                .frames();
        assertThat(mouth).hasSize(40).allMatch(MouthOpenings.Frame::certain);
        double[] measured =
                mouth.stream().mapToDouble(MouthOpenings.Frame::opening).toArray();
        double[] opened = LongStream.range(0, 40)
                .mapToDouble(frame -> drawn.truth(frame).characters().getFirst().mouthOpening())
                .toArray();
        assertThat(correlation(measured, opened)).isGreaterThan(0.9);
        assertThat(EventJson.read(Files.readAllBytes(clips.fetch(face.quality(), "quality.json")), FaceQuality.class)
                        .frames())
                .hasSize(40);
        assertThat(face.measures()).hasSize(16);
    }

    @Test
    void whoLooksToTheSideIsLeftOut() throws IOException {
        ClipPosed clip = clips.posed(PosedClips.cartoon(StandardCartoon.profile(40)));

        List<PipelineEvent> told = crop(clip);

        assertThat(told).hasSize(2);
        ItemRejected rejected = (ItemRejected) told.getFirst();
        assertThat(rejected.code()).isEqualTo("side-profile");
        assertThat(rejected.rule()).isEqualTo("face.turn");
        assertThat(rejected.measured()).isGreaterThan(1.25);
        assertThat(rejected.stage()).isEqualTo("face-crop");
        assertThat(rejected.parameters()).containsEntry("face.turn", "1.25");
        assertThat(rejected.span()).isEqualTo(clip.span());
        assertThat(((FacesCropped) told.getLast()).faces()).isEmpty();
    }

    @Test
    void theFaceOfAWholeFigureIsTooSmall() throws IOException {
        List<PipelineEvent> told = crop(clips.posed(PosedClips.cartoon(StandardCartoon.wavingThenWalking(40, 2))));

        assertThat(told)
                .filteredOn(ItemRejected.class::isInstance)
                .extracting(event -> ((ItemRejected) event).code())
                .containsOnly("too-small");
        assertThat(((FacesCropped) told.getLast()).faces()).isEmpty();
    }

    @Test
    void aClipWithoutSpansIsToldWithoutAnything() throws IOException {
        ClipPosed clip = clips.withoutSpans();

        List<PipelineEvent> told = crop(clip);

        FacesCropped faces = (FacesCropped) told.getFirst();
        assertThat(told).hasSize(1);
        assertThat(faces.faces()).isEmpty();
        assertThat(faces.framesSearched()).isZero();
        assertThat(faces.artifacts()).hasSize(1);
    }

    @Test
    void whatIsKnownIsToldAgainWithoutBeingCutAgain() throws IOException {
        ClipPosed clip = clips.posed(PosedClips.cartoon(StandardCartoon.talking(31)));
        List<PipelineEvent> first = crop(clip);

        List<PipelineEvent> told = new ArrayList<>();
        cropper(clips, new Broken()).crop(clip, told::add);

        assertThat(told).isEqualTo(first);
    }

    @Test
    void aTryThatDiedIsMadeAgainWithTheSameBytes() throws Exception {
        ClipPosed clip = clips.posed(PosedClips.cartoon(StandardCartoon.talking(31)));
        assertThatThrownBy(() -> cropper(clips, new Broken()).crop(clip, event -> {}))
                .hasMessageContaining("is not cut again");
        Telling dying = event -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> cropper(clips, new AvFaceMedia()).crop(clip, dying))
                .hasMessage("killed");

        List<PipelineEvent> told = crop(clip);

        try (EmbeddedStore otherServer = store("other-store");
                PosedClips other = clips(otherServer, "other")) {
            PoseSpan span = clip.spans().getFirst();
            for (var ref : List.of(
                    span.clip(),
                    span.rawKeypoints(),
                    span.quality(),
                    requireNonNull(clip.sound()),
                    requireNonNull(clip.frames()))) {
                other.store()
                        .put(PosedClips.BUCKET, ref.key(), clips.fetch(ref, "copy-" + ref.sha256()), ref.mediaType());
            }
            List<PipelineEvent> again = new ArrayList<>();
            cropper(other, new AvFaceMedia()).crop(clip, again::add);
            // References have the hashes of all files.
            assertThat(again).isEqualTo(told);
        }
    }

    /// Reads what is there, and cuts nothing.
    private static final class Broken implements FaceMedia {
        private final FaceMedia whole = new AvFaceMedia();

        @Override
        public List<BodyPoints> readBodies(Path keypoints) {
            return whole.readBodies(keypoints);
        }

        @Override
        public ClipPictures open(Path clip, int width, int height, int longestSide, Path into) {
            return whole.open(clip, width, height, longestSide, into);
        }

        @Override
        public void cutSound(Path sound, ClipTimes.Samples part, Path target) {
            whole.cutSound(sound, part, target);
        }

        @Override
        public void crop(Path clip, int width, int height, List<CropWork> works) {
            throw new IllegalStateException("the face is not cut again");
        }

        @Override
        public void writeNpy(List<Landmarks> landmarks, Path target) {
            whole.writeNpy(landmarks, target);
        }
    }

    private static List<PipelineEvent> crop(ClipPosed clip) {
        List<PipelineEvent> told = new ArrayList<>();
        cropper(clips, new AvFaceMedia()).crop(clip, told::add);
        FacesCropped faces = (FacesCropped) told.getLast();
        List<FrameSpan> parts = Stream.concat(
                        faces.faces().stream().map(FaceClip::span),
                        told.stream()
                                .filter(ItemRejected.class::isInstance)
                                .map(event -> ((ItemRejected) event).span()))
                .toList();
        assertThat(parts.stream().mapToLong(FrameSpan::frames).sum())
                .as("frames that are accounted for")
                .isEqualTo(faces.framesSearched())
                .isEqualTo(clip.framesKept());
        assertThat(faces.rejections()).isEqualTo(told.size() - 1);
        return told;
    }

    private static FaceCropper cropper(PosedClips into, FaceMedia media) {
        return new FaceCropper(
                media,
                () -> models,
                new StoredFaceArchive(into.store(), PosedClips.BUCKET),
                new FaceCropParameters(FaceRules.DEFAULT, FaceSearch.DEFAULT, CropShape.DEFAULT, "test"),
                workFolders);
    }

    private static EmbeddedStore store(String name) throws IOException {
        return EmbeddedStore.start(folder.resolve(name), 0, "key", "secret-key", BucketNotifications.NONE);
    }

    private static PosedClips clips(EmbeddedStore of, String name) throws IOException {
        return new PosedClips(new KnownStore(of.endpoint(), "key", "secret-key"), folder.resolve(name));
    }

    /// Pearson's.
    private static double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElseThrow();
        double meanOther = Arrays.stream(other).average().orElseThrow();
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }

    private static double faceHeight(List<KnownPoint> landmarks) {
        var heights = landmarks.stream().mapToDouble(KnownPoint::y).summaryStatistics();
        return heights.getMax() - heights.getMin();
    }
}
