package org.magicanime.dataset.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Benchmark;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkFrozen;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VersionName;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.benchmark.Candidates;
import org.magicanime.dataset.domain.benchmark.Selection.Chosen;
import org.magicanime.dataset.export.BenchmarkProposing.Proposal;
import org.magicanime.dataset.media.ClipEnds;
import org.magicanime.dataset.media.SpeechVariants;
import org.magicanime.stage.EventJson;

/// Chooses cases of what the ledger has and keeps them as a benchmark. Files have the selection in their keys;
/// `benchmark.json`, which names them, comes last, and only if there is none: a benchmark is there whole or not at all,
/// whoever was killed in the middle, and does not change.
public final class BenchmarkFreezing {
    private static final String BENCHMARK = "benchmark.json";
    private static final String SPEECH = "driving/speech.mp3";
    private static final Map<String, String> FACE_FILES = Map.of(
            "driving/landmarks.npy", "landmarks",
            "driving/crop.json", "crop");
    private static final Map<String, String> SPAN_FILES = Map.of(
            "driving/keypoints.npy", "keypoints",
            "driving/keypoints.json", "annotation",
            "driving/pose.mp4", "pose-video");
    /// Beside the estimated ones, where a person corrected them.
    private static final Map<String, String> CORRECTED = Map.of(
            "driving/landmarks-corrected.npy", "landmarks-corrected",
            "driving/landmarks-provenance.json", "landmarks-provenance",
            "driving/keypoints-corrected.npy", "keypoints-corrected",
            "driving/keypoints-provenance.json", "keypoints-provenance");

    private final ArtifactStore store;
    private final String bucket;

    /// @param bucket of benchmarks
    public BenchmarkFreezing(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /// Freezes what was proposed.
    ///
    /// @throws VersionTakenException if another benchmark has the name
    /// @throws IllegalStateException if there is no case
    public BenchmarkFrozen freeze(String name, Proposal proposal) {
        VersionName.require(name);
        if (proposal.selection().cases().isEmpty()) {
            throw new IllegalStateException("no item of the data set can be a case: 'benchmark propose' says what is"
                    + " missing in each stratum");
        }
        store.ensureBucket(bucket);
        String selection = selectionHash(proposal);
        List<BenchmarkCase> cases = new ArrayList<>();
        try (ScratchFolder scratch = ScratchFolder.create();
                CaseArchive inputs = new CaseArchive(scratch.file("inputs.zip"));
                CaseArchive withTruth = new CaseArchive(scratch.file("with-truth.zip"))) {
            for (Chosen chosen : proposal.selection().cases()) {
                cases.add(new CaseFiles(name, selection, chosen, proposal.found()).keep(inputs, withTruth));
            }
            Benchmark benchmark = new Benchmark(
                    name, selection, named(proposal), proposal.selection().shortfalls(), cases);
            byte[] json = EventJson.write(benchmark);
            inputs.finish();
            withTruth.finish();
            ArtifactRef first = archive(name, "inputs." + selection + ".zip", inputs.file());
            ArtifactRef second = archive(name, "with-truth." + selection + ".zip", withTruth.file());
            Stored stored = store.put(bucket, ArtifactKeys.ofBenchmark(name, BENCHMARK), json, "application/json");
            if (!stored.sameContent()) {
                throw new VersionTakenException(name, "its benchmark.json has other cases or rules");
            }
            return new BenchmarkFrozen(
                    name,
                    (int) benchmark.count(BenchmarkKind.FACE),
                    (int) benchmark.count(BenchmarkKind.MOTION),
                    stored.ref(),
                    first,
                    second);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ArtifactRef archive(String name, String file, Path content) {
        return store.put(bucket, ArtifactKeys.ofBenchmark(name, file), content, "application/zip")
                .ref();
    }

    /// Rules, and what people said, by name.
    private static Map<String, String> named(Proposal proposal) {
        Map<String, String> all = new TreeMap<>(proposal.rules().byName());
        all.putAll(proposal.selection().said());
        return all;
    }

    private static String selectionHash(Proposal proposal) {
        Map<String, String> all = new TreeMap<>(named(proposal));
        for (Chosen each : proposal.selection().cases()) {
            ArtifactRef clip = each.candidate().row().artifacts().get("clip");
            String itemId = each.candidate().row().itemId();
            all.put("case." + itemId, clip == null ? "" : clip.sha256());
            // What a person corrected is part of the benchmark; where nobody did, names stay what they were.
            corrected(each.candidate().row())
                    .forEach((file, ref) -> all.put("case." + itemId + "." + file, ref.sha256()));
        }
        return ParamsHash.of(all);
    }

    private static Map<String, ArtifactRef> corrected(ManifestRow row) {
        Map<String, ArtifactRef> files = new TreeMap<>();
        CORRECTED.forEach((file, role) -> {
            ArtifactRef ref = row.artifacts().get(role);
            if (ref != null) {
                files.put(file, ref);
            }
        });
        return files;
    }

    /// The files of one case, from their artifacts into the benchmark.
    private final class CaseFiles {
        private final String name;
        private final String selection;
        private final Chosen chosen;
        private final Candidates found;
        private final ManifestRow row;
        private final Map<String, ArtifactRef> files = new TreeMap<>();

        CaseFiles(String name, String selection, Chosen chosen, Candidates found) {
            this.name = name;
            this.selection = selection;
            this.chosen = chosen;
            this.found = found;
            this.row = chosen.candidate().row();
        }

        BenchmarkCase keep(CaseArchive inputs, CaseArchive withTruth) throws IOException {
            try (ScratchFolder scratch = ScratchFolder.create()) {
                Map<String, Path> local = new TreeMap<>();
                Path truth = scratch.file("truth.mp4");
                store.get(artifact(row, "clip"), truth);
                local.put(BenchmarkCase.TRUTH, truth);
                Path first = scratch.file("reference.png");
                Path last = scratch.file("last.png");
                ClipEnds.write(truth, row.width(), row.height(), row.frames(), first, last);
                local.put(BenchmarkCase.REFERENCE, first);
                if (chosen.candidate().kind() == BenchmarkKind.MOTION) {
                    local.put(BenchmarkCase.LAST, last);
                }
                List<BenchmarkTask> tasks = tasks(scratch, local);
                for (Map.Entry<String, Path> file : local.entrySet()) {
                    files.put(file.getKey(), put(file.getKey(), file.getValue()));
                }
                BenchmarkCase made = new BenchmarkCase(
                        row.itemId(),
                        chosen.candidate().kind(),
                        tasks,
                        row.videoId(),
                        Style.from(row.style()),
                        row.title(),
                        chosen.candidate().shot(),
                        row.span(),
                        row.frameRate(),
                        row.width(),
                        row.height(),
                        chosen.difficulty(),
                        chosen.candidate().measured(),
                        files);
                store.put(
                        bucket,
                        ArtifactKeys.ofBenchmarkCase(name, selection, row.itemId(), "case.json"),
                        EventJson.write(made),
                        "application/json");
                archive(made, local, inputs, withTruth);
                return made;
            }
        }

        private List<BenchmarkTask> tasks(ScratchFolder scratch, Map<String, Path> local) throws IOException {
            List<BenchmarkTask> tasks = new ArrayList<>();
            if (chosen.candidate().kind() == BenchmarkKind.FACE) {
                found.speechOf(chosen.candidate()).ifPresent(speech -> {
                    fetch(scratch, speech, Map.of(SPEECH, "speech"), local);
                    variants(scratch, local);
                    tasks.add(BenchmarkTask.AUDIO_DRIVEN);
                });
                fetch(scratch, row, FACE_FILES, local);
                fetchCorrected(scratch, local);
                tasks.add(BenchmarkTask.FACE_REENACTMENT);
            } else {
                tasks.add(BenchmarkTask.IMAGE_TO_VIDEO);
                tasks.add(BenchmarkTask.FRAME_INTERPOLATION);
                if (row.subset().equals("pose-driven")) {
                    fetch(scratch, row, SPAN_FILES, local);
                    fetchCorrected(scratch, local);
                    tasks.add(BenchmarkTask.POSE_DRIVEN);
                }
                Optional<String> prompt = found.promptOf(chosen.candidate());
                if (prompt.isPresent()) {
                    Path words = scratch.file("prompt.txt");
                    Files.writeString(words, prompt.get() + "\n");
                    local.put(BenchmarkCase.PROMPT, words);
                }
                if (found.isOfTextToVideo(chosen.candidate())) {
                    tasks.add(BenchmarkTask.TEXT_TO_VIDEO);
                }
            }
            return tasks;
        }

        /// As methods ask for speech, and the variants of it.
        private void variants(ScratchFolder scratch, Map<String, Path> local) {
            SpeechVariants variants = new SpeechVariants(Objects.requireNonNull(local.get(SPEECH)));
            variants.writeSlow(file(scratch, "driving/speech16k.wav", local));
            variants.writeChangedTone(
                    file(scratch, "driving/changed-tone.mp3", local),
                    file(scratch, "driving/changed-tone16k.wav", local));
            variants.writeRandomVoice(
                    row.itemId(),
                    file(scratch, "driving/random-voice.mp3", local),
                    file(scratch, "driving/random-voice16k.wav", local));
        }

        private static Path file(ScratchFolder scratch, String name, Map<String, Path> local) {
            Path target = scratch.file(name.replace('/', '-'));
            local.put(name, target);
            return target;
        }

        private void fetchCorrected(ScratchFolder scratch, Map<String, Path> local) {
            corrected(row).forEach((file, ref) -> fetch(scratch, file, ref, local));
        }

        private void fetch(
                ScratchFolder scratch, ManifestRow from, Map<String, String> roles, Map<String, Path> local) {
            new TreeMap<>(roles).forEach((file, role) -> fetch(scratch, file, artifact(from, role), local));
        }

        private void fetch(ScratchFolder scratch, String file, ArtifactRef artifact, Map<String, Path> local) {
            store.get(artifact, file(scratch, file, local));
        }

        private ArtifactRef put(String file, Path content) {
            Stored stored = store.put(
                    bucket,
                    ArtifactKeys.ofBenchmarkCase(name, selection, row.itemId(), file),
                    content,
                    mediaType(file));
            if (!stored.sameContent()) {
                throw new DamagedVersionException(name, null);
            }
            return stored.ref();
        }

        private void archive(BenchmarkCase made, Map<String, Path> local, CaseArchive inputs, CaseArchive withTruth)
                throws IOException {
            String folder = made.caseId() + "/";
            withTruth.add(folder + "case.json", EventJson.write(made));
            inputs.add(folder + "case.json", EventJson.write(made));
            for (Map.Entry<String, Path> file : local.entrySet()) {
                byte[] content = Files.readAllBytes(file.getValue());
                withTruth.add(folder + file.getKey(), content);
                if (!file.getKey().equals(BenchmarkCase.TRUTH)) {
                    inputs.add(folder + file.getKey(), content);
                }
            }
        }

        private static ArtifactRef artifact(ManifestRow row, String role) {
            ArtifactRef ref = row.artifacts().get(role);
            if (ref == null) {
                throw new IllegalStateException("the item " + row.itemId() + " has no file '" + role + "'");
            }
            return ref;
        }

        private static String mediaType(String file) {
            return switch (file.substring(file.lastIndexOf('.') + 1)) {
                case "png" -> "image/png";
                case "mp4" -> "video/mp4";
                case "mp3" -> "audio/mpeg";
                case "wav" -> "audio/wav";
                case "txt" -> "text/plain";
                case "json" -> "application/json";
                default -> "application/octet-stream";
            };
        }
    }
}
