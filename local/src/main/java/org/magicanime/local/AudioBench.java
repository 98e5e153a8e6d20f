package org.magicanime.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.audio.domain.SoundRules;
import org.magicanime.audio.domain.SpeechBank;
import org.magicanime.audio.domain.SpeechExtractor;
import org.magicanime.audio.domain.SpeechParameters;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.Telling;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.testkit.drawn.Actor;
import org.magicanime.testkit.drawn.Backdrop;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Colours;
import org.magicanime.testkit.drawn.Figure;
import org.magicanime.testkit.drawn.Look;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.Voice;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sound.SoundWriter;

/// Measures the audio stage without broker and store, on a drawn face that talks in a little noise: its speed beside
/// the time that the models need for themselves.
final class AudioBench {
    private static final int SECONDS = 10;
    private static final int SIDE = 512;
    private static final int FRAMES_PER_SECOND = 24;
    private static final int FRAMES = SECONDS * FRAMES_PER_SECOND;
    private static final int RATE = 48_000;
    private static final String VIDEO = "0".repeat(16);
    private static final String MADE_WITH = "0".repeat(16);

    private final int rounds;
    private final Path models;
    private final Map<String, long[]> runs = new TreeMap<>();

    /// @param models the folder with the catalogue
    AudioBench(int rounds, Path models) {
        this.rounds = rounds;
        this.models = models;
    }

    void run(WorkFolders folders) throws IOException {
        OnnxModels opened = new OnnxModels(
                ModelCatalogue.in(models), new ModelFiles(models), KnownInference.oneThread(models), (model, nanos) -> {
                    long[] run = runs.computeIfAbsent(model, id -> new long[2]);
                    run[0] += nanos;
                    run[1]++;
                });
        try (WorkFolder drawn = folders.create();
                OnnxSpeechModels speech = new OnnxSpeechModels(opened)) {
            FacesCropped clip = draw(drawn.path());
            long kept = round(folders, speech, clip);
            double[] seconds = new double[rounds];
            double[] processor = new double[rounds];
            double[] own = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                runs.clear();
                long began = System.nanoTime();
                long used = processorNanos();
                round(folders, speech, clip);
                processor[round] = (processorNanos() - used) / 1e9;
                seconds[round] = (System.nanoTime() - began) / 1e9;
                own[round] = runs.values().stream().mapToLong(run -> run[0]).sum() / 1e9;
            }
            print(kept, seconds, processor, own);
        }
    }

    private void print(long kept, double[] seconds, double[] processor, double[] own) {
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, i -> own[i] / seconds[i]);
        System.out.printf(
                "%d s of talk, %d of %d frames kept with their sound, medians of %d rounds%n",
                SECONDS, kept, FRAMES, rounds);
        System.out.printf(
                "whole stage, one thread of models %.1f times real time%n", SECONDS / BenchCommand.median(seconds));
        System.out.printf(
                "likewise, by processor time       %.1f times real time per core%n",
                SECONDS / BenchCommand.median(processor));
        System.out.printf(
                "models alone                      %.1f times real time%n", SECONDS / BenchCommand.median(own));
        System.out.printf("models / whole stage              %.3f%n", BenchCommand.median(ratios));
        runs.forEach((model, run) -> System.out.printf(
                "  %-31s %.2f ms in %d runs for each second of sound%n", model, run[0] / 1e6 / SECONDS, run[1]));
        System.out.printf("peak memory                       %d MiB%n", ChildMemory.peakKiB("self") >> 10);
    }

    /// Of all threads of this process.
    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// @return frames that are kept with their sound
    private static long round(WorkFolders folders, OnnxSpeechModels speech, FacesCropped clip) {
        try (WorkFolder output = folders.create()) {
            long[] kept = new long[1];
            Telling told = event -> {
                if (event instanceof SpeechExtracted extracted) {
                    kept[0] = extracted.framesKept();
                }
            };
            new SpeechExtractor(
                            new AvSoundMedia(),
                            () -> speech,
                            new FolderSpeechArchive(new FolderFiles(output.path())),
                            new SpeechParameters(SoundRules.DEFAULT, "bench"),
                            SpeechBank.ofProject(),
                            folders)
                    .extract(clip, told);
            return kept[0];
        }
    }

    private static FacesCropped draw(Path folder) {
        Scene scene = Scene.of(
                        FRAMES,
                        new Backdrop(Look.JAPAN, Backdrop.Place.ROOM, 5),
                        Actor.mediumShot(Figure.anime("Anna", Colours.blue()), Voice.of(120, 4)))
                .sounding(0, 0.05);
        Cartoon cartoon = new Cartoon(List.of(scene), SIDE, SIDE, FRAMES_PER_SECOND);
        FolderFiles files = new FolderFiles(folder);
        Path face = folder.resolve("face.mp4");
        cartoon.write(face);
        float[] samples = new float[SECONDS * RATE];
        List<Map<String, Object>> mouth = new ArrayList<>();
        int at = 0;
        for (int frame = 0; frame < FRAMES; frame++) {
            float[] part = cartoon.sound(frame, RATE);
            System.arraycopy(part, 0, samples, at, part.length);
            at += part.length;
            double opening = cartoon.truth(frame).characters().getFirst().mouthOpening();
            mouth.add(Map.of("opening", opening, "certain", true));
        }
        Path sound = folder.resolve("sound.flac");
        SoundWriter.flac(samples, RATE, sound);
        FrameSpan span = new FrameSpan(0, FRAMES);
        String clipId = ClipId.of(VIDEO, span);
        ArtifactRef any = files.write("any.json", Map.of());
        return new FacesCropped(
                VIDEO,
                clipId,
                span,
                new Rational(FRAMES_PER_SECOND, 1),
                new Labels(Style.UNKNOWN, "bench", null, null),
                MADE_WITH,
                MADE_WITH,
                MADE_WITH,
                Map.of(),
                List.of(span),
                List.of(new FaceClip(
                        FaceId.of(clipId, 0),
                        span,
                        files.refer(face),
                        any,
                        any,
                        any,
                        any,
                        files.write("mouth.json", Map.of("frames", mouth)),
                        files.refer(sound),
                        any,
                        List.of(),
                        null)),
                0,
                any);
    }
}
