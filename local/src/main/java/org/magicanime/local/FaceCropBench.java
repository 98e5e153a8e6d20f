package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.Telling;
import org.magicanime.facecrop.domain.CropShape;
import org.magicanime.facecrop.domain.FaceCropParameters;
import org.magicanime.facecrop.domain.FaceCropper;
import org.magicanime.facecrop.domain.FaceRules;
import org.magicanime.facecrop.domain.FaceSearch;
import org.magicanime.facecrop.media.AvFaceMedia;
import org.magicanime.facecrop.model.CatalogueFaceModels;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.files.ModelFiles;
import org.magicanime.inference.onnx.OnnxModels;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.CharacterTruth;
import org.magicanime.testkit.drawn.DrawnKeypoints;
import org.magicanime.testkit.drawn.StandardCartoon;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.cut.Cutting;

/// Measures the face-crop stage without broker and store, on a talking head that is drawn, whose joints are given: its
/// speed beside the time that the models need for themselves.
final class FaceCropBench {
    private static final int FRAMES = 120;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES_PER_SECOND = 24;
    private static final String VIDEO = "0000000000000000";
    private static final String MADE_WITH = "0000000000000000";

    private final int rounds;
    private final Path models;
    private final Map<String, long[]> runs = new TreeMap<>();

    /// @param models the folder with the catalogue
    FaceCropBench(int rounds, Path models) {
        this.rounds = rounds;
        this.models = models;
    }

    void run(WorkFolders folders) throws IOException {
        ModelCatalogue catalogue = ModelCatalogue.in(models);
        OnnxModels opened =
                new OnnxModels(catalogue, new ModelFiles(models), KnownInference.oneThread(models), (model, nanos) -> {
                    long[] run = runs.computeIfAbsent(model, id -> new long[2]);
                    run[0] += nanos;
                    run[1]++;
                });
        try (WorkFolder drawn = folders.create();
                CatalogueFaceModels faces = new CatalogueFaceModels(catalogue, opened, Optional.empty())) {
            ClipPosed clip = draw(drawn, new FolderFiles(drawn.path()));
            long kept = round(folders, faces, clip);
            double[] seconds = new double[rounds];
            double[] own = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                runs.clear();
                long began = System.nanoTime();
                round(folders, faces, clip);
                seconds[round] = (System.nanoTime() - began) / 1e9;
                own[round] = runs.values().stream().mapToLong(run -> run[0]).sum() / 1e9;
            }
            print(kept, seconds, own);
        }
    }

    private void print(long kept, double[] seconds, double[] own) {
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, i -> own[i] / seconds[i]);
        System.out.printf(
                "%d frames of %dx%d, %d in a face clip, medians of %d rounds%n", FRAMES, WIDTH, HEIGHT, kept, rounds);
        System.out.printf("whole stage, one thread of models %.1f frames/s%n", FRAMES / BenchCommand.median(seconds));
        System.out.printf("models alone                      %.1f frames/s%n", FRAMES / BenchCommand.median(own));
        System.out.printf("models / whole stage              %.3f%n", BenchCommand.median(ratios));
        runs.forEach((model, run) -> System.out.printf(
                "  %-31s %.2f ms a run, %.2f runs a frame%n", model, run[0] / 1e6 / run[1], (double) run[1] / FRAMES));
        System.out.printf("peak memory                       %d MiB%n", ChildMemory.peakKiB("self") >> 10);
    }

    /// @return frames in face clips
    private static long round(WorkFolders folders, CatalogueFaceModels faces, ClipPosed clip) {
        try (WorkFolder output = folders.create()) {
            long[] kept = new long[1];
            Telling told = event -> {
                if (event instanceof FacesCropped cropped) {
                    kept[0] = cropped.faces().stream()
                            .map(FaceClip::span)
                            .mapToLong(FrameSpan::frames)
                            .sum();
                }
            };
            new FaceCropper(
                            new AvFaceMedia(),
                            () -> faces,
                            new FolderFaceArchive(new FolderFiles(output.path())),
                            new FaceCropParameters(FaceRules.DEFAULT, FaceSearch.DEFAULT, CropShape.DEFAULT, "bench"),
                            folders)
                    .crop(clip, told);
            return kept[0];
        }
    }

    private static ClipPosed draw(WorkFolder folder, FolderFiles files) throws IOException {
        Cartoon cartoon = new Cartoon(List.of(StandardCartoon.talking(FRAMES)), WIDTH, HEIGHT, FRAMES_PER_SECOND);
        Path film = folder.path().resolve("film.mp4");
        cartoon.write(film);
        List<CutClip> cut = new ArrayList<>();
        FrameSpan span = new FrameSpan(0, FRAMES);
        Cutting.cut(film, List.of(span), CutOptions.DEFAULT, folder.subfolder("cut"), 0, cut::add);
        List<Map<String, Object>> quality = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            quality.add(Map.of("number", frame, "bridged", false));
        }
        Path npy = folder.path().resolve("keypoints-raw.npy");
        NumpyFile.write(
                new FloatArray(
                        List.of(FRAMES, CharacterTruth.POINTS, DrawnKeypoints.VALUES), DrawnKeypoints.of(cartoon)),
                npy);
        String id = ClipId.of(VIDEO, span);
        var keypoints = files.refer(npy);
        var clip = files.refer(cut.getFirst().clip());
        PoseSpan pose = new PoseSpan(
                id,
                span,
                Framing.UPPER_BODY,
                clip,
                keypoints,
                keypoints,
                keypoints,
                clip,
                clip,
                files.write("quality-of-span.json", Map.of("frames", quality)),
                List.of());
        return new ClipPosed(
                VIDEO,
                id,
                span,
                WIDTH,
                HEIGHT,
                new Rational(FRAMES_PER_SECOND, 1),
                new Labels(Style.UNKNOWN, "bench", null, null),
                MADE_WITH,
                MADE_WITH,
                Map.of(),
                null,
                null,
                null,
                List.of(pose),
                0,
                clip);
    }
}
