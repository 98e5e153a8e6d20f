package org.magicanime.audio.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.audio.domain.ClipSpeech;
import org.magicanime.audio.domain.MouthSeries;
import org.magicanime.audio.domain.SpeechArchive;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.KeptArtifacts;
import org.magicanime.stage.KeptArtifacts.Document;

/// The speech archive in the object store.
public final class StoredSpeechArchive implements SpeechArchive {
    private static final String STAGE = "audio";
    private static final String SPEECH = "speech.json";

    private final KeptArtifacts kept;

    public StoredSpeechArchive(ArtifactStore store, String bucket) {
        this.kept = new KeptArtifacts(store, bucket);
    }

    @Override
    public void fetch(ArtifactRef artifact, Path target) {
        kept.fetch(artifact, target);
    }

    @Override
    public MouthSeries mouth(Path file) {
        try {
            return EventJson.read(Files.readAllBytes(file), MouthSeries.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Kept> find(String clipId, String paramsHash) {
        return kept.find(ofClip(clipId, paramsHash), ClipSpeech.class).map(StoredSpeechArchive::kept);
    }

    @Override
    public Kept keep(ClipSpeech speech) {
        return kept(kept.keep(ofClip(speech.clipId(), speech.paramsHash()), speech, ClipSpeech.class));
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Path file, String mediaType) {
        return kept.keep(ArtifactKeys.ofFace(faceId, STAGE, paramsHash, name), file, mediaType);
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Object document) {
        return kept.keep(ArtifactKeys.ofFace(faceId, STAGE, paramsHash, name), document);
    }

    private static Kept kept(Document<ClipSpeech> document) {
        return new Kept(document.content(), document.ref());
    }

    private static String ofClip(String clipId, String paramsHash) {
        return ArtifactKeys.ofClip(clipId, STAGE, paramsHash, SPEECH);
    }
}
