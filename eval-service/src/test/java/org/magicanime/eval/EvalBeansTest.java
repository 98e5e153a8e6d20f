package org.magicanime.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.KnownStore;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.Busy;
import org.magicanime.eval.model.OnnxLpips;
import org.magicanime.eval.storage.StoredEvaluations;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.inference.KnownInference;
import org.magicanime.inference.ModelCatalogue;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.testkit.ProjectFolder;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;

/// Opening models asks no store.
class EvalBeansTest {
    private record Settings(
            String submissionsBucket, Duration reconcileEvery, long largestVideo, Duration timeout, int memoryMib)
            implements EvalConfig {}

    @TempDir
    Path folder;

    private WorkFolders workFolders;
    private SandboxedFilmReader reader;
    private MinioArtifactStore store;
    private AwaitedModels<Evaluators> evaluators;

    @BeforeEach
    void put() throws IOException {
        Files.copy(ProjectFolder.models().resolve(ModelCatalogue.FILE), catalogue());
        workFolders = WorkFolders.below(folder.resolve("work"));
        reader = new SandboxedFilmReader(SandboxConfig.in(folder.resolve("natives")), workFolders);
        store = MinioArtifactStore.connect(new KnownStore(URI.create("http://127.0.0.1:1"), "key", "secret-key"));
        evaluators = new EvalBeans()
                .evaluators(
                        new Settings("evaluations", Duration.ofMinutes(2), 1, Duration.ofMinutes(2), 4096),
                        KnownInference.oneThread(folder),
                        new SimpleMeterRegistry(),
                        reader,
                        new StoredEvaluations(store, new StoredEvaluations.Buckets("d", "e", "a"), 1),
                        workFolders);
    }

    @AfterEach
    void close() throws Exception {
        evaluators.close();
        store.close();
        reader.close();
        workFolders.close();
    }

    @Test
    void withoutItsFileThereIsNoLpips() {
        assertThat(evaluators.get().lpips()).isEmpty();
    }

    /// An entry that a user adds may be wrong, whatever it is for.
    @Test
    void evaluationsWaitUntilTheCatalogueCanBeRead() throws IOException {
        String right = Files.readString(catalogue());
        Files.writeString(catalogue(), right + "\n  - id: mine\n    job: voice-separation\n    bytes: 1\n");
        evaluators.open();

        assertThatThrownBy(evaluators::get)
                .isInstanceOf(Busy.class)
                .hasMessageContaining(catalogue().toString())
                .hasMessageContaining("model 'mine' in the catalogue: it has no tier");

        Files.writeString(catalogue(), right);
        assertThat(evaluators.get().planner()).isNotNull();
    }

    @Test
    void evaluationsWaitWhileItsFileIsAnotherOne() throws IOException {
        Path file =
                folder.resolve(ModelCatalogue.in(folder).entry(OnnxLpips.MODEL).file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no model");

        assertThatThrownBy(evaluators::get)
                .isInstanceOf(Busy.class)
                .hasCauseInstanceOf(ModelRefusedException.class)
                .hasMessageContaining(file + " has 8 bytes");
    }

    private Path catalogue() {
        return folder.resolve(ModelCatalogue.FILE);
    }
}
