package org.magicanime.local;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ClipCut;

/// Many pictures in one, for a look: such as the first frame of every clip.
final class ContactSheet {
    private static final int COLUMNS = 8;
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;
    private static final int CAPTION = 20;
    private static final int LARGEST_PICTURE = 128 << 20;

    private ContactSheet() {}

    /// A picture and what is written below it.
    record Cell(BufferedImage picture, String caption) {}

    static void write(ArtifactStore store, List<ClipCut> clips, Path file) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (ClipCut clip : clips) {
            byte[] png = store.find(
                            clip.firstFrame().bucket(), clip.firstFrame().key(), LARGEST_PICTURE)
                    .orElseThrow(() -> new IOException("the first frame of " + clip.clipId() + " is gone"));
            String caption = "%s… %d–%d"
                    .formatted(
                            clip.videoId().substring(0, 6),
                            clip.span().first(),
                            clip.span().end());
            cells.add(new Cell(ImageIO.read(new ByteArrayInputStream(png)), caption));
        }
        write(cells, file);
    }

    static void write(List<Cell> cells, Path file) throws IOException {
        int rows = Math.max(1, (cells.size() + COLUMNS - 1) / COLUMNS);
        BufferedImage sheet = new BufferedImage(COLUMNS * WIDTH, rows * (HEIGHT + CAPTION), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.setColor(Color.WHITE);
        for (int i = 0; i < cells.size(); i++) {
            draw(graphics, cells.get(i), i % COLUMNS * WIDTH, i / COLUMNS * (HEIGHT + CAPTION));
        }
        graphics.dispose();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static void draw(Graphics2D graphics, Cell cell, int x, int y) {
        BufferedImage picture = cell.picture();
        double scale = Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight());
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        graphics.drawImage(picture, x + (WIDTH - width) / 2, y + (HEIGHT - height) / 2, width, height, null);
        graphics.drawString(cell.caption(), x + 6, y + HEIGHT + CAPTION - 6);
    }
}
