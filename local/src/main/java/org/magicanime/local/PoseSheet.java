package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.local.ContactSheet.Cell;
import org.magicanime.video.encode.Stills;

/// Frames of all spans with their skeletons in one picture, for a look.
final class PoseSheet {
    private static final double PER_SECOND = 2;
    private static final double USUAL_FRAME_RATE = 24;

    private PoseSheet() {}

    /// @return frames on the sheet; without any nothing is written
    static int write(ArtifactStore store, List<ClipPosed> clips, Path file) throws IOException {
        Path scratch = Files.createTempDirectory("magicanime-sheet");
        Path video = scratch.resolve("pose-over.mp4");
        List<Cell> cells = new ArrayList<>();
        try {
            for (ClipPosed clip : clips) {
                double rate = clip.frameRate().asDouble();
                int every = (int) Math.max(1, Math.round((rate > 0 ? rate : USUAL_FRAME_RATE) / PER_SECOND));
                for (PoseSpan span : clip.spans()) {
                    store.get(span.overlay(), video);
                    long number = span.span().first();
                    for (Path png : Stills.write(video, every, scratch)) {
                        cells.add(new Cell(
                                ImageIO.read(png.toFile()),
                                "%s… %d %s".formatted(span.spanId().substring(0, 6), number, span.framing())));
                        Files.delete(png);
                        number += every;
                    }
                    Files.delete(video);
                }
            }
        } finally {
            Files.deleteIfExists(video);
            Files.deleteIfExists(scratch);
        }
        if (!cells.isEmpty()) {
            ContactSheet.write(cells, file);
        }
        return cells.size();
    }
}
