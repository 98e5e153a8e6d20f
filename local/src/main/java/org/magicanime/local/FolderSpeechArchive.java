package org.magicanime.local;

import java.nio.file.Path;
import java.util.Optional;
import org.magicanime.audio.domain.ClipSpeech;
import org.magicanime.audio.domain.MouthSeries;
import org.magicanime.audio.domain.SpeechArchive;
import org.magicanime.contracts.ArtifactRef;

/// Files of speech in a folder. Knows nothing from before.
final class FolderSpeechArchive implements SpeechArchive {
    private final FolderFiles files;

    FolderSpeechArchive(FolderFiles files) {
        this.files = files;
    }

    @Override
    public void fetch(ArtifactRef artifact, Path target) {
        files.fetch(artifact, target);
    }

    @Override
    public MouthSeries mouth(Path file) {
        return files.read(file, MouthSeries.class);
    }

    @Override
    public Optional<Kept> find(String clipId, String paramsHash) {
        return Optional.empty();
    }

    @Override
    public Kept keep(ClipSpeech speech) {
        return new Kept(speech, keep(speech.clipId(), speech.paramsHash(), "speech.json", speech));
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Path file, String mediaType) {
        return files.refer(file);
    }

    @Override
    public ArtifactRef keep(String faceId, String paramsHash, String name, Object document) {
        return files.write(faceId + "-" + name, document);
    }
}
