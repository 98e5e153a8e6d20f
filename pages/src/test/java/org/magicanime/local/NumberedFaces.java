package org.magicanime.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.Digest;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceAppearance;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.storage.LedgerDatabase;
import org.magicanime.dataset.storage.PostgresCharacters;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.numbered.NumberedClip;
import org.magicanime.video.sound.SoundWriter;

/// Face clips as if a stage had made them: all landmarks of frame `n` are at (20 + 10 n, 400).
final class NumberedFaces {
    static final String VIDEO = "00000000000face5";
    static final String PARAMS = "00000000000000aa";
    private static final int SOUND_RATE = 48_000;
    private static final int POINTS = 68;
    private static final int LENGTH = 100;

    /// @param clip the frames, and when they are shown
    /// @param encoded a resource with them, encoded in another way than the product's; null for the product's
    /// @param timed whether the clip says when its frames are shown
    record Video(NumberedClip clip, @Nullable String encoded, boolean timed) {
        private Path write(Path folder) throws IOException {
            if (encoded == null) {
                return clip.write(folder);
            }
            Path file = folder.resolve(encoded);
            try (InputStream resource = Video.class.getResourceAsStream(encoded)) {
                Files.copy(Objects.requireNonNull(resource, encoded), file);
            }
            return file;
        }
    }

    private final LocalSystem system;
    private final Path folder;
    private final String video;
    private final List<FaceClip> told = new ArrayList<>();
    private List<Measure> measures = List.of();

    NumberedFaces(LocalSystem system, Path folder) {
        this(system, folder, VIDEO);
    }

    /// @param folder of its own
    /// @param video the film that they are of
    NumberedFaces(LocalSystem system, Path folder, String video) {
        this.system = system;
        this.folder = folder;
        this.video = video;
    }

    /// Whose faces were measured so.
    NumberedFaces measured(Measure measure) {
        measures = List.of(measure);
        return this;
    }

    /// Frames of the film that a face clip may be of.
    FrameSpan span(int face) {
        return new FrameSpan((long) face * LENGTH + 7, (face + 1L) * LENGTH);
    }

    /// Frames of the clip that the faces are of.
    FrameSpan whole() {
        return new FrameSpan(0, (long) told.size() * LENGTH);
    }

    String id(int face) {
        return FaceId.of(ClipId.of(video, span(face)), 0);
    }

    String page(int face) {
        return "/item?stage=face-crop&kind=face&id=" + id(face) + "&params=" + PARAMS;
    }

    /// Those that were told.
    List<FaceClip> told() {
        return List.copyOf(told);
    }

    /// Returns when the ledger has them. Only the first clip says when its frames are shown.
    void tell(List<NumberedClip> clips) throws Exception {
        List<Video> videos = new ArrayList<>();
        for (NumberedClip clip : clips) {
            videos.add(new Video(clip, null, videos.isEmpty()));
        }
        tellVideos(videos);
    }

    /// Returns when the ledger has them.
    void tellVideos(List<Video> videos) throws Exception {
        List<FaceClip> faces = new ArrayList<>();
        List<FrameSpan> searched = new ArrayList<>();
        try (MinioArtifactStore store = system.store()) {
            store.ensureBucket("artifacts");
            for (int face = 0; face < videos.size(); face++) {
                searched.add(span(face));
                faces.add(face(store, face, videos.get(face)));
            }
        }
        told.addAll(faces);
        FrameSpan whole = whole();
        FacesCropped told = new FacesCropped(
                video,
                ClipId.of(video, whole),
                whole,
                new Rational(25, 1),
                new Labels(Style.JAPAN, "Numbered", null, null),
                PARAMS,
                PARAMS,
                PARAMS,
                Map.of(),
                searched,
                faces,
                0,
                faces.getFirst().quality());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("face.cropped.v1", told.itemId(), EventJson.write(told)))
                    .get();
        }
        LedgerDatabase database = system.ledger().open();
        PostgresCharacters ledger = new PostgresCharacters(database);
        long end = System.nanoTime() + 120_000_000_000L;
        while (!ledger.hasFace(id(0))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the ledger did not hear of the faces");
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private FaceClip face(MinioArtifactStore store, int face, Video given) throws IOException {
        Path own = Files.createDirectories(folder.resolve("face" + face));
        NumberedClip clip = given.clip();
        Path video = given.write(own);
        Path landmarks = own.resolve("landmarks.npy");
        float[] values = new float[clip.frames() * POINTS * 3];
        for (int i = 0; i < clip.frames() * POINTS; i++) {
            values[3 * i] = 20 + 10 * (i / POINTS);
            values[3 * i + 1] = 400;
            values[3 * i + 2] = 1;
        }
        NumpyFile.write(new FloatArray(List.of(clip.frames(), POINTS, 3), values), landmarks);
        List<Map<String, Object>> frames = new ArrayList<>();
        for (int i = 0; i < clip.frames(); i++) {
            long number = span(face).first() + i;
            frames.add(
                    given.timed()
                            ? Map.of("number", number, "time", clip.ticks()[i] / 1000.0)
                            : Map.of("number", number));
        }
        Path crop = Files.write(own.resolve("crop.json"), EventJson.write(Map.of("frames", frames)));
        ArtifactRef other = put(store, face, crop, "crop.json", "application/json");
        ArtifactRef picture = put(store, face, firstFrame(own), "first.png", "image/png");
        ArtifactRef shown = put(store, face, video, "face.mp4", "video/mp4");
        return new FaceClip(
                id(face),
                new FrameSpan(span(face).first(), span(face).first() + clip.frames()),
                shown,
                put(store, face, landmarks, "landmarks.npy", "application/octet-stream"),
                other,
                picture,
                shown,
                other,
                put(store, face, tone(own, clip), "sound.flac", "audio/flac"),
                other,
                measures,
                new FaceAppearance("drawn", List.of(3.0 * face)));
    }

    private static Path tone(Path folder, NumberedClip clip) {
        Path file = folder.resolve("sound.flac");
        float[] samples = new float[SOUND_RATE * clip.frames() / 25];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.2 * Math.sin(2 * Math.PI * 220 * i / SOUND_RATE));
        }
        SoundWriter.flac(samples, SOUND_RATE, file);
        return file;
    }

    private static Path firstFrame(Path folder) throws IOException {
        Path file = folder.resolve("first.png");
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(512, 512, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "png",
                file.toFile());
        return file;
    }

    private ArtifactRef put(MinioArtifactStore store, int face, Path file, String name, String type)
            throws IOException {
        String key = ArtifactKeys.ofFace(id(face), "face-crop", PARAMS, name);
        store.put("artifacts", key, file, type);
        return new ArtifactRef("artifacts", key, Digest.sha256(file), Files.size(file), type);
    }
}
