package org.magicanime.segment.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.segment.domain.ClipArchive;
import org.magicanime.segment.domain.ClipFrames;
import org.magicanime.segment.domain.FilmSegments;
import org.magicanime.stage.KeptArtifacts;
import org.magicanime.stage.KeptArtifacts.Document;

/// The clip archive in the object store.
public final class StoredClipArchive implements ClipArchive {
    private static final String STAGE = "segment";

    private final KeptArtifacts kept;

    public StoredClipArchive(ArtifactStore store, String bucket) {
        this.kept = new KeptArtifacts(store, bucket);
    }

    @Override
    public void fetch(ArtifactRef source, Path target) {
        kept.fetch(source, target);
    }

    @Override
    public Optional<Kept<FilmSegments>> findSegments(String videoId, String paramsHash) {
        return kept.find(segments(videoId, paramsHash), FilmSegments.class).map(StoredClipArchive::kept);
    }

    @Override
    public Kept<FilmSegments> keepSegments(FilmSegments segments) {
        return kept(kept.keep(segments(segments.videoId(), segments.paramsHash()), segments, FilmSegments.class));
    }

    @Override
    public Optional<Kept<ClipFrames>> findFrames(String clipId, String paramsHash) {
        return kept.find(key(clipId, paramsHash, "frames.json"), ClipFrames.class)
                .map(StoredClipArchive::kept);
    }

    @Override
    public Kept<ClipFrames> keepFrames(ClipFrames frames, String paramsHash) {
        return kept(kept.keep(key(frames.clipId(), paramsHash, "frames.json"), frames, ClipFrames.class));
    }

    @Override
    public ArtifactRef keep(String clipId, String paramsHash, String name, Path file, String mediaType) {
        return kept.keep(key(clipId, paramsHash, name), file, mediaType);
    }

    private static <T> Kept<T> kept(Document<T> document) {
        return new Kept<>(document.content(), document.ref());
    }

    private static String segments(String videoId, String paramsHash) {
        return ArtifactKeys.ofVideo(videoId, paramsHash, "segments.json");
    }

    private static String key(String clipId, String paramsHash, String name) {
        return ArtifactKeys.ofClip(clipId, STAGE, paramsHash, name);
    }
}
