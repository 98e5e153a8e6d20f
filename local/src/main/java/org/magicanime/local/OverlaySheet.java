package org.magicanime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javax.imageio.ImageIO;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Rational;
import org.magicanime.local.ContactSheet.Cell;
import org.magicanime.video.encode.Stills;

/// Frames of overlay videos in one picture, for a look. Has a folder of its own until it is closed.
final class OverlaySheet implements AutoCloseable {
    private static final double USUAL_FRAME_RATE = 24;

    private final ArtifactStore store;
    private final double perSecond;
    private final Path scratch;
    private final List<Cell> cells = new ArrayList<>();

    /// @param perSecond frames of each second that are drawn
    OverlaySheet(ArtifactStore store, double perSecond) throws IOException {
        this.store = store;
        this.perSecond = perSecond;
        this.scratch = Files.createTempDirectory("magicanime-sheet");
    }

    /// @param first number in the film of its first frame
    /// @param label of a frame, by its number in the film
    void add(ArtifactRef overlay, Rational frameRate, long first, LongFunction<String> label) throws IOException {
        double rate = frameRate.asDouble();
        int every = (int) Math.max(1, Math.round((rate > 0 ? rate : USUAL_FRAME_RATE) / perSecond));
        Path video = scratch.resolve("overlay.mp4");
        store.get(overlay, video);
        long number = first;
        for (Path png : Stills.write(video, every, scratch)) {
            cells.add(new Cell(ImageIO.read(png.toFile()), label.apply(number)));
            Files.delete(png);
            number += every;
        }
        Files.delete(video);
    }

    /// @return frames on the sheet; without any nothing is written
    int write(Path file) throws IOException {
        if (!cells.isEmpty()) {
            ContactSheet.write(cells, file);
        }
        return cells.size();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(scratch.resolve("overlay.mp4"));
        Files.deleteIfExists(scratch);
    }
}
