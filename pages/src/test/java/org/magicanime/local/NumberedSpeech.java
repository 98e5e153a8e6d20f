package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.magicanime.artifact.Digest;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.Style;
import org.magicanime.stage.EventJson;
import org.magicanime.video.sound.SoundWriter;

/// The speech of numbered faces as if a stage had made it: syllables three times a second with a pause in the middle,
/// to which the mouth moves two values later. That of the second face is undecided.
final class NumberedSpeech {
    static final Map<String, String> PARAMETERS = Map.of("sync.score", "1.6", "sync.margin", "0.0");
    private static final String PARAMS = ParamsHash.of(PARAMETERS);
    private static final int RATE = 48_000;
    private static final int PER_SECOND = 24;
    private static final int LAG = 2;

    private final LocalSystem system;
    private final Path folder;
    private final NumberedFaces faces;

    NumberedSpeech(LocalSystem system, Path folder, NumberedFaces faces) {
        this.system = system;
        this.folder = folder;
        this.faces = faces;
    }

    String page(int face) {
        return "/item?stage=audio&kind=speech&id=" + faces.id(face) + "&params=" + PARAMS;
    }

    void tell() throws Exception {
        List<SpeechClip> speech;
        try (MinioArtifactStore store = system.store()) {
            speech = List.of(speech(store, 0), speech(store, 1));
        }
        FaceClip undecided = faces.told().get(1);
        String clipId = ClipId.of(NumberedFaces.VIDEO, faces.whole());
        tell(
                "item.rejected.v1",
                new ItemRejected(
                        ClipId.of(NumberedFaces.VIDEO, undecided.span()),
                        "audio",
                        "undecided",
                        "whether the face speaks cannot be decided: fit of mouth and speech",
                        NumberedFaces.VIDEO,
                        undecided.span(),
                        null,
                        1.1,
                        1.6,
                        "sync.score",
                        Bound.AT_LEAST,
                        PARAMS,
                        PARAMETERS));
        tell(
                "speech.extracted.v1",
                new SpeechExtracted(
                        NumberedFaces.VIDEO,
                        clipId,
                        faces.whole(),
                        new Rational(25, 1),
                        new Labels(Style.JAPAN, "Numbered", null, null),
                        NumberedFaces.PARAMS,
                        NumberedFaces.PARAMS,
                        NumberedFaces.PARAMS,
                        PARAMS,
                        PARAMETERS,
                        faces.told().stream().map(FaceClip::span).toList(),
                        List.of(speech.getFirst()),
                        List.of(speech.getLast()),
                        1,
                        speech.getFirst().quality()));
    }

    private void tell(String topic, PipelineEvent event) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, event.itemId(), EventJson.write(event)))
                    .get();
        }
    }

    private SpeechClip speech(MinioArtifactStore store, int number) throws IOException {
        FaceClip face = faces.told().get(number);
        Path own = Files.createDirectories(folder.resolve("speech" + number));
        double seconds = face.span().frames() / 25.0;
        float[] samples = new float[(int) (RATE * seconds)];
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / RATE;
            samples[i] = (float) (0.5 * loudness(time, seconds) * Math.sin(2 * Math.PI * 180 * time));
        }
        Path mp3 = own.resolve("speech.mp3");
        SoundWriter.mp3(samples, RATE, mp3);
        Path flac = own.resolve("background.flac");
        SoundWriter.flac(new float[samples.length], RATE, flac);
        int values = (int) (seconds * PER_SECOND);
        Path sync = Files.write(
                own.resolve("sync.json"),
                EventJson.write(Map.of(
                        "faceId",
                        face.faceId(),
                        "perSecond",
                        PER_SECOND,
                        "mouth",
                        series(values, i -> 0.3 * loudness((double) (i - LAG) / PER_SECOND, seconds)),
                        "loudness",
                        series(values, i -> loudness((double) i / PER_SECOND, seconds)),
                        "voice",
                        series(values, i -> loudness((double) i / PER_SECOND, seconds) > 0 ? 0.95 : 0.02),
                        "score",
                        Map.of(
                                "lag",
                                LAG,
                                "loudness",
                                0.9,
                                "loudnessScore",
                                number == 0 ? 2.5 : 1.1,
                                "voiceScore",
                                0.7,
                                "margin",
                                0.31,
                                "atLag",
                                series(25, i -> Math.cos((i - 12 - LAG) * Math.PI / 4) * 0.9)),
                        "correctedFrames",
                        0)));
        ArtifactRef data = put(store, face, sync, "sync.json", "application/json");
        return new SpeechClip(
                face,
                put(store, face, mp3, "speech.mp3", "audio/mpeg"),
                put(store, face, flac, "background.flac", "audio/flac"),
                data,
                face.clip(),
                data,
                List.of(new Measure("speech.snr", 14, 5, Bound.AT_LEAST)));
    }

    /// 0 to 1; nobody speaks in the middle third.
    private static double loudness(double time, double seconds) {
        boolean pause = time > seconds / 3 && time < 2 * seconds / 3;
        return pause || time < 0 ? 0 : Math.abs(Math.sin(Math.PI * 3 * time));
    }

    private static List<Double> series(int values, IntToDoubleFunction of) {
        return IntStream.range(0, values).mapToDouble(of).boxed().toList();
    }

    private static ArtifactRef put(MinioArtifactStore store, FaceClip face, Path file, String name, String type)
            throws IOException {
        String key = ArtifactKeys.ofFace(face.faceId(), "audio", PARAMS, name);
        store.put("artifacts", key, file, type);
        return new ArtifactRef("artifacts", key, Digest.sha256(file), Files.size(file), type);
    }
}
