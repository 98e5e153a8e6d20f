package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.magicanime.drawing.random.ContactSheet;
import org.magicanime.drawing.random.DrawnPicture;
import org.magicanime.drawing.random.PictureShard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Draws random cartoon characters with exact truth, for training and measuring models.
@Command(
        name = "draw",
        description = "Draws random cartoon characters with exact truth, for training and measuring models.",
        mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {
    private static final int ON_A_SHEET = 200;
    private static final int COLUMNS = 20;
    private static final int CELL = 128;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where folders with pictures and truth go: shard-00000, shard-00001, …")
    Path folder = Path.of("");

    @Option(names = "--count", paramLabel = "N", description = "How many. Default: ${DEFAULT-VALUE}.")
    int count = 200;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same pictures. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--first",
            paramLabel = "K",
            description = "Number of the first picture, to go on where another run ended. Default: ${DEFAULT-VALUE}.")
    long first;

    @Option(names = "--per-shard", paramLabel = "N", description = "Pictures in a folder. Default: ${DEFAULT-VALUE}.")
    int perShard = 2000;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description = "Also a PNG of the first " + ON_A_SHEET + " pictures to look at.")
    @Nullable
    Path sheet;

    @Option(names = "--truth-sheet", paramLabel = "FILE", description = "The same with what is known drawn over it.")
    @Nullable
    Path truthSheet;

    @Override
    public Integer call() throws IOException {
        if (count < 1 || perShard < 1 || first < 0) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "--count and --per-shard are at least 1, --first at least 0");
        }
        int shown = Math.min(count, ON_A_SHEET);
        ContactSheet plain = new ContactSheet(shown, COLUMNS, CELL, false);
        ContactSheet withTruth = new ContactSheet(shown, COLUMNS, CELL, true);
        int[] added = {0};
        long began = System.nanoTime();
        for (int done = 0, shard = 0; done < count; done += perShard, shard++) {
            PictureShard.write(
                    folder.resolve("shard-%05d".formatted(shard)),
                    seed,
                    first + done,
                    Math.min(perShard, count - done),
                    picture -> {
                        if (added[0]++ < shown) {
                            show(picture, plain, withTruth);
                        }
                    });
        }
        write(plain, sheet);
        write(withTruth, truthSheet);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d pictures in %s, %.0f in a second on %d processors%n",
                count, folder, count / seconds, Runtime.getRuntime().availableProcessors());
        return 0;
    }

    private void show(DrawnPicture picture, ContactSheet plain, ContactSheet withTruth) {
        if (sheet != null) {
            plain.add(picture);
        }
        if (truthSheet != null) {
            withTruth.add(picture);
        }
    }

    private static void write(ContactSheet made, @Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        ImageIO.write(made.image(), "png", file.toFile());
    }
}
