package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.Digest;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.VersionName;
import org.magicanime.eval.domain.Profile;
import org.magicanime.local.evaluation.EvaluationFiles;
import org.magicanime.local.evaluation.EvaluationWatch;
import org.magicanime.stage.CommandTelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has a method's videos scored on a benchmark.
@Command(
        name = "eval",
        description = {
            "Puts a method's videos ({caseId}.mp4) into the bucket 'evaluations', has them scored, and brings the report.",
            "The videos of a run never change: without --run, it is named after their content."
        },
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "METHOD",
            converter = DatasetCommand.Name.class,
            description = "Its name: lower-case letters, digits, '.', '_' and '-'.")
    String method = "";

    @Parameters(index = "1", paramLabel = "FOLDER", description = "With a video {caseId}.mp4 for each case.")
    Path folder = Path.of("");

    @Option(
            names = "--benchmark",
            required = true,
            paramLabel = "NAME",
            converter = DatasetCommand.Name.class,
            description = "One that was frozen.")
    String benchmark = "";

    @Option(names = "--task", required = true, description = "What the method was asked: ${COMPLETION-CANDIDATES}")
    BenchmarkTask task = BenchmarkTask.IMAGE_TO_VIDEO;

    @Option(names = "--profile", description = "Conventions: correct, disco-compat or paper. Default: ${DEFAULT-VALUE}")
    String profile = Profile.CORRECT.name();

    @Option(names = "--run", paramLabel = "NAME", description = "Which of the method's videos these are.")
    @Nullable
    String run;

    @Option(names = "--out", paramLabel = "DIR", description = "Bring report and videos here.")
    @Nullable
    Path out;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Profile.named(profile);
        Map<String, Path> videos = videos();
        String name = run == null ? nameOf(videos) : VersionName.require(run);
        EvalRequested request = EvalRequested.of(benchmark, method, name, task, profile);
        Progress progress = Progress.onStandardOutput();
        try (Servers servers = Servers.withServices(options);
                MinioArtifactStore store = servers.store();
                CommandTelling telling = new CommandTelling("launcher", servers.kafka());
                EvaluationWatch watch = new EvaluationWatch(servers.kafka(), request.evalId())) {
            store.ensureBucket(LocalSystem.EVALUATIONS);
            videos.forEach((caseId, file) -> store.drop(
                    LocalSystem.EVALUATIONS, ArtifactKeys.submissions(method, name) + caseId + ".mp4", file));
            telling.accept(request);
            EvalCompleted completed = watch.await(
                    cases -> progress.show("evaluation %s: %d cases scored".formatted(request.evalId(), cases)));
            EvaluationFiles files = new EvaluationFiles(store, completed);
            System.out.println();
            System.out.print(files.text("report.md"));
            if (out != null) {
                files.bring(out, LocalSystem.DATASETS, videos);
                System.out.println("report: " + out.resolve("report.html"));
            }
        }
        return 0;
    }

    private Map<String, Path> videos() {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, Path> videos = new TreeMap<>();
            files.filter(file -> file.getFileName().toString().endsWith(".mp4") && Files.isRegularFile(file))
                    .forEach(file -> videos.put(file.getFileName().toString().replaceFirst("\\.mp4$", ""), file));
            return videos;
        } catch (IOException e) {
            throw new UncheckedIOException("there is no folder " + folder, e);
        }
    }

    private static String nameOf(Map<String, Path> videos) {
        List<String> lines = videos.entrySet().stream()
                .map(each -> each.getKey() + " " + Digest.sha256(each.getValue()))
                .toList();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
