package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;

/// Frames of all face clips with their landmarks in one picture, for a look.
final class FaceSheet {
    private static final double PER_SECOND = 4;

    private FaceSheet() {}

    /// @return frames on the sheet; without any nothing is written
    static int write(ArtifactStore store, List<FacesCropped> clips, Path file) throws IOException {
        try (OverlaySheet sheet = new OverlaySheet(store, PER_SECOND)) {
            for (FacesCropped clip : clips) {
                for (FaceClip face : clip.faces()) {
                    String film = face.faceId().substring(0, 6);
                    sheet.add(
                            face.overlay(),
                            clip.frameRate(),
                            face.span().first(),
                            number -> "%s… %d".formatted(film, number));
                }
            }
            return sheet.write(file);
        }
    }
}
