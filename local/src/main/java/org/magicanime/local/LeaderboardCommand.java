package org.magicanime.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.eval.domain.Profile;
import org.magicanime.eval.domain.report.EvaluationReport;
import org.magicanime.eval.domain.report.Leaderboard;
import org.magicanime.eval.domain.report.ReportText;
import org.magicanime.local.evaluation.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// All methods that were evaluated on a benchmark.
@Command(
        name = "leaderboard",
        description = "Puts all methods that were evaluated on a benchmark side by side, counted in three ways: on what"
                + " counts of each, on the cases that all have, and with failures penalised.",
        mixinStandardHelpOptions = true)
final class LeaderboardCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BENCHMARK", converter = DatasetCommand.Name.class, description = "Its name.")
    String benchmark = "";

    @Option(names = "--task", required = true, description = "${COMPLETION-CANDIDATES}")
    BenchmarkTask task = BenchmarkTask.IMAGE_TO_VIDEO;

    @Option(names = "--profile", description = "Conventions. Default: ${DEFAULT-VALUE}")
    String profile = Profile.CORRECT.name();

    @Option(names = "--latex", description = "Print the layout of the paper's Table II.")
    boolean latex;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        Map<String, List<EvaluationReport>> byParameters = new TreeMap<>();
        try (Servers servers = Servers.of(options);
                MinioArtifactStore store = servers.store()) {
            new ReportFiles(store, LocalSystem.ARTIFACTS).read(report -> {
                if (report.request().benchmark().equals(benchmark)
                        && report.request().task() == task
                        && report.request().profile().equals(profile)) {
                    byParameters
                            .computeIfAbsent(report.paramsHash(), hash -> new ArrayList<>())
                            .add(report);
                }
            });
        }
        byParameters.forEach((hash, reports) -> {
            Leaderboard board = Leaderboard.of(reports);
            System.out.printf("%s on %s, profile %s, parameters %s%n%n", task, benchmark, profile, hash);
            System.out.print(latex ? ReportText.latex(board) : ReportText.markdown(board));
        });
        if (byParameters.isEmpty()) {
            System.out.println("nothing was evaluated so");
        }
        return 0;
    }
}
