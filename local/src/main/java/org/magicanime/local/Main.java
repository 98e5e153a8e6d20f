package org.magicanime.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The command line.
@Command(
        name = "magicanime",
        description = "Turns cartoon films into training sets for character animation.",
        subcommands = {
            RunCommand.class,
            ServeCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            ManifestCommand.class,
            DatasetCommand.class,
            BenchmarkCommand.class,
            EvalCommand.class,
            LeaderboardCommand.class,
            AuditCommand.class,
            ReplayCommand.class,
            ShotsCommand.class,
            DoctorCommand.class,
            ModelsCommand.class,
            BenchCommand.class,
            FuzzCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "MagicAnime 0.1.0",
        footer = {
            "",
            "'magicanime test' runs the project's tests. Exit codes: 0 done, 1 error, 2 wrong usage, 3 dead letters."
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // What matters reaches people as messages of ours. With Quarkus' log manager everything else would be kept.
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
        CommandLine commands = new CommandLine(new Main());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((e, line, parsed) -> {
            line.getErr().println("magicanime: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            if (System.getenv("MAGICANIME_DEBUG") != null) {
                e.printStackTrace(line.getErr());
            }
            return 1;
        });
        System.exit(commands.execute(args));
    }
}
