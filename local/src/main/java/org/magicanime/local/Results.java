package org.magicanime.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.stage.EventJson;
import org.magicanime.video.sound.SixteenKilohertz;

/// Brings what came out to where a person wants it.
final class Results {
    private final LocalSystem system;
    private final Ledger ledger;

    Results(LocalSystem system, Ledger ledger) {
        this.system = system;
        this.ledger = ledger;
    }

    /// Writes `clips/CLIP/…`, `poses/SPAN/…`, `faces/FACE/…`, `speech/FACE/…`, `captions/ID/…` and a
    /// file of lines for each: `clips.jsonl`, `poses.jsonl`, `faces.jsonl`, `speech.jsonl`, `captions.jsonl`; and
    /// `rejections.jsonl`. What
    /// is there already is left alone.
    ///
    /// @param speech16k whether each `speech.mp3` has a `speech16k.wav` beside it
    void export(Path folder, boolean speech16k) throws Exception {
        Files.createDirectories(folder);
        List<String> clips = new ArrayList<>();
        List<String> poses = new ArrayList<>();
        List<String> faces = new ArrayList<>();
        List<String> speech = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        try (var store = system.store()) {
            for (ClipCut clip : ledger.clips()) {
                Path target = Files.createDirectories(folder.resolve("clips").resolve(clip.clipId()));
                fetchAll(store, clip.artifacts(), target);
                clips.add(new String(EventJson.write(clip), UTF_8));
            }
            for (ClipPosed clip : ledger.posed()) {
                for (PoseSpan span : clip.spans()) {
                    Path target =
                            Files.createDirectories(folder.resolve("poses").resolve(span.spanId()));
                    fetchAll(store, span.artifacts(), target);
                }
                poses.add(new String(EventJson.write(clip), UTF_8));
            }
            for (FacesCropped clip : ledger.cropped()) {
                for (FaceClip face : clip.faces()) {
                    Path target =
                            Files.createDirectories(folder.resolve("faces").resolve(face.faceId()));
                    fetchAll(store, face.artifacts(), target);
                }
                faces.add(new String(EventJson.write(clip), UTF_8));
            }
            for (SpeechExtracted clip : ledger.extracted()) {
                for (SpeechClip each : clip.speech()) {
                    Path target = Files.createDirectories(
                            folder.resolve("speech").resolve(each.face().faceId()));
                    fetchAll(store, each.artifacts(), target);
                    Path slow = target.resolve("speech16k.wav");
                    if (speech16k && !Files.exists(slow)) {
                        SixteenKilohertz.write(target.resolve("speech.mp3"), slow);
                    }
                }
                speech.add(new String(EventJson.write(clip), UTF_8));
            }
            for (ClipCaptioned clip : ledger.captioned()) {
                Path target = Files.createDirectories(folder.resolve("captions").resolve(clip.clipId()));
                fetchAll(store, List.of(clip.general().caption(), clip.general().facts(), clip.document()), target);
                for (Caption motion : clip.motions()) {
                    Path own =
                            Files.createDirectories(folder.resolve("captions").resolve(motion.itemId()));
                    fetchAll(store, List.of(motion.caption(), motion.facts()), own);
                }
                captions.add(new String(EventJson.write(clip), UTF_8));
            }
        }
        Files.write(folder.resolve("captions.jsonl"), captions);
        Files.write(folder.resolve("poses.jsonl"), poses);
        Files.write(folder.resolve("faces.jsonl"), faces);
        Files.write(folder.resolve("speech.jsonl"), speech);
        Files.write(folder.resolve("clips.jsonl"), clips);
        List<String> rejections = new ArrayList<>();
        for (ItemRejected rejected : ledger.rejections()) {
            rejections.add(new String(EventJson.write(rejected), UTF_8));
        }
        Files.write(folder.resolve("rejections.jsonl"), rejections);
    }

    void sheet(Path file) throws Exception {
        try (var store = system.store()) {
            ContactSheet.write(store, List.copyOf(ledger.clips()), file);
        }
    }

    /// Draws every span, at two frames a second, with its skeleton.
    ///
    /// @return how many frames; 0 if nothing was written
    int poseSheet(Path file) throws Exception {
        try (var store = system.store()) {
            return PoseSheet.write(store, List.copyOf(ledger.posed()), file);
        }
    }

    /// Draws every face clip, at four frames a second, with its landmarks.
    ///
    /// @return how many frames; 0 if nothing was written
    int faceSheet(Path file) throws Exception {
        try (var store = system.store()) {
            return FaceSheet.write(store, List.copyOf(ledger.cropped()), file);
        }
    }

    private static void fetchAll(ArtifactStore store, List<ArtifactRef> refs, Path target) throws IOException {
        for (ArtifactRef ref : refs) {
            fetch(store, ref, target.resolve(ref.key().substring(ref.key().lastIndexOf('/') + 1)));
        }
    }

    private static void fetch(ArtifactStore store, ArtifactRef ref, Path target) throws IOException {
        if (!Files.exists(target)) {
            store.get(ref, target);
        }
    }
}
