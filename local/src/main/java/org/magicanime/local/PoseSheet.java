package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.PoseSpan;

/// Frames of all spans with their skeletons in one picture, for a look.
final class PoseSheet {
    private static final double PER_SECOND = 2;

    private PoseSheet() {}

    /// @return frames on the sheet; without any nothing is written
    static int write(ArtifactStore store, List<ClipPosed> clips, Path file) throws IOException {
        try (OverlaySheet sheet = new OverlaySheet(store, PER_SECOND)) {
            for (ClipPosed clip : clips) {
                for (PoseSpan span : clip.spans()) {
                    String film = span.spanId().substring(0, 6);
                    sheet.add(
                            span.overlay(),
                            clip.frameRate(),
                            span.span().first(),
                            number -> "%s… %d %s".formatted(film, number, span.framing()));
                }
            }
            return sheet.write(file);
        }
    }
}
