package org.magicanime.caption.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.caption.domain.CaptionArchive;
import org.magicanime.caption.domain.ClipCaptions;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.KeptArtifacts;
import org.magicanime.stage.KeptArtifacts.Document;

/// The caption archive in the object store.
public final class StoredCaptionArchive implements CaptionArchive {
    private static final String STAGE = "caption";
    private static final String CAPTIONS = "captions.json";

    private final KeptArtifacts kept;

    public StoredCaptionArchive(ArtifactStore store, String bucket) {
        this.kept = new KeptArtifacts(store, bucket);
    }

    /// Of `poses.json` what is read.
    private record Poses(@Nullable List<ItemRejected> rejections) {}

    @Override
    public void fetch(ArtifactRef artifact, Path target) {
        kept.fetch(artifact, target);
    }

    @Override
    public KeypointSeries keypoints(Path file, PoseSpan span, double framesPerSecond) {
        try {
            FloatArray array = NumpyFile.read(file);
            List<Integer> expected =
                    List.of(Math.toIntExact(span.span().frames()), KeypointSeries.POINTS, KeypointSeries.VALUES);
            if (!array.shape().equals(expected)) {
                throw new IllegalStateException("the key points of " + span.spanId() + " have the shape "
                        + array.shape() + ", which is not " + expected);
            }
            return new KeypointSeries(span.span(), framesPerSecond, array.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ItemRejected> rejections(Path file) {
        try {
            List<ItemRejected> rejections =
                    EventJson.read(Files.readAllBytes(file), Poses.class).rejections();
            return rejections == null ? List.of() : rejections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Kept> find(String clipId, String paramsHash) {
        return kept.find(key(clipId, paramsHash, CAPTIONS), ClipCaptions.class).map(StoredCaptionArchive::kept);
    }

    @Override
    public Kept keep(ClipCaptions captions) {
        return kept(kept.keep(key(captions.clipId(), captions.paramsHash(), CAPTIONS), captions, ClipCaptions.class));
    }

    @Override
    public ArtifactRef keep(String itemId, String paramsHash, String name, Object document) {
        return kept.keep(key(itemId, paramsHash, name), document);
    }

    private static Kept kept(Document<ClipCaptions> document) {
        return new Kept(document.content(), document.ref());
    }

    private static String key(String id, String paramsHash, String name) {
        return ArtifactKeys.ofClip(id, STAGE, paramsHash, name);
    }
}
