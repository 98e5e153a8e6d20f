package org.magicanime.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelEntry.Tier;
import org.magicanime.inference.ModelMissingException;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.files.ModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// Shows, fetches and checks models, and draws what they are trained with.
@Command(
        name = "models",
        description =
                "The models of the catalogue: which there are, which are here, and where others come from; drawings"
                        + " to train them with.",
        subcommands = DrawCommand.class,
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder with catalog.yaml and the models. Default: the project's own.")
    Path folder = Path.of(System.getProperty("magicanime.home", "."), "models");

    @Override
    public void run() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(), "say what: list, pull, verify or draw");
    }

    @Command(
            name = "list",
            description = "Lists all models with job, licence and whether their file is here.",
            mixinStandardHelpOptions = true)
    int list() {
        ModelFiles files = new ModelFiles(folder);
        System.out.printf("%-28s %-16s %-9s %9s  %-14s %s%n", "model", "job", "tier", "bytes", "licence", "here");
        for (ModelEntry model : ModelCatalogue.in(folder).entries()) {
            System.out.printf(
                    "%-28s %-16s %-9s %9d  %-14s %s%n",
                    model.id(),
                    model.job(),
                    tier(model),
                    model.bytes(),
                    model.licence(),
                    Files.exists(files.place(model)) ? "yes" : "no");
        }
        return 0;
    }

    private static String tier(ModelEntry model) {
        return model.tier().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Command(
            name = "verify",
            description = "Holds the files that are here against the SHA-256 of the catalogue. Exit code 1 if one is"
                    + " wrong, or a starter model is missing.",
            mixinStandardHelpOptions = true)
    int verify() {
        ModelFiles files = new ModelFiles(folder);
        boolean right = true;
        for (ModelEntry model : ModelCatalogue.in(folder).entries()) {
            try {
                files.read(model);
                System.out.println(model.id() + ": right");
            } catch (ModelMissingException e) {
                System.out.println(model.id() + ": not here");
                right &= model.tier() != Tier.STARTER;
            } catch (ModelRefusedException e) {
                System.err.println(e.getMessage());
                right = false;
            }
        }
        return right ? 0 : 1;
    }

    @Command(
            name = "pull",
            description = "Fetches models that are not here, checks them, and puts them in their place.",
            mixinStandardHelpOptions = true)
    int pull(
            @Parameters(paramLabel = "MODEL", arity = "0..*", description = "Ids. Default: all that are not here.")
                    @Nullable
                    List<String> ids,
            @Option(
                            names = "--from",
                            paramLabel = "DIR",
                            description = "Take them from this folder, where they lie under their file names.")
                    @Nullable
                    Path mirror) {
        ModelCatalogue catalogue = ModelCatalogue.in(folder);
        ModelFiles files = new ModelFiles(folder);
        List<ModelEntry> wanted = ids == null || ids.isEmpty()
                ? catalogue.entries()
                : ids.stream().map(catalogue::entry).toList();
        boolean complete = true;
        for (ModelEntry model : wanted) {
            complete &= isHere(files, model) || fetch(files, model, mirror);
        }
        return complete ? 0 : 1;
    }

    private static boolean isHere(ModelFiles files, ModelEntry model) {
        try {
            files.read(model);
            System.out.println(model.id() + ": is here");
            return true;
        } catch (ModelMissingException | ModelRefusedException e) {
            return false;
        }
    }

    /// Says why it fails; the other models are fetched all the same.
    private static boolean fetch(ModelFiles files, ModelEntry model, @Nullable Path mirror) {
        try (InputStream content = open(model, mirror)) {
            files.put(model, content);
            System.out.println(model.id() + ": fetched");
            return true;
        } catch (IOException | ModelRefusedException e) {
            System.err.println(model.id() + ": " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fetching " + model.id(), e);
        }
    }

    private static InputStream open(ModelEntry model, @Nullable Path mirror) throws IOException, InterruptedException {
        if (mirror != null) {
            Path file = mirror.resolve(Path.of(model.file()).getFileName().toString());
            if (!Files.isRegularFile(file)) {
                throw new IOException("there is no " + file);
            }
            return Files.newInputStream(file);
        }
        if (model.url() == null) {
            String recipe = model.recipe();
            throw new IOException("the catalogue knows no public address; "
                    + (recipe == null ? "" : "make it with " + recipe + ", or ")
                    + "name a folder that has it with --from (it was made from: " + model.origin() + ")");
        }
        return download(URI.create(model.url()));
    }

    private static InputStream download(URI url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(url).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException(url + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
