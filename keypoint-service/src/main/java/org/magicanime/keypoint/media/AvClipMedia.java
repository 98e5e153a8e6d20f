package org.magicanime.keypoint.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.keypoint.domain.ClipMedia;
import org.magicanime.keypoint.domain.SpanVideos;
import org.magicanime.keypoint.domain.WholeBody;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.pictures.decoded.DecodedPictures;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.cut.Cutting;
import org.magicanime.video.decode.OwnClip;

/// Clips by libav*, in this process: they are our own, so no sandbox stands around their decoder.
public final class AvClipMedia implements ClipMedia {
    @Override
    public ClipPictures open(Path clip, int width, int height, int longestSide, Path folder) {
        return DecodedPictures.of(clip, width, height, longestSide, folder);
    }

    @Override
    public void cut(Path clip, int first, int end, Path target) {
        Path folder = beside(target);
        try {
            List<CutClip> cut = new ArrayList<>();
            Cutting.cut(
                    clip,
                    List.of(new FrameSpan(first, end)),
                    CutOptions.DEFAULT,
                    folder,
                    OwnClip.DECODER_THREADS,
                    cut::add);
            Files.move(cut.getFirst().clip(), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (UnreadableFilmException e) {
            throw new IllegalStateException("the clip cannot be cut: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(folder);
        }
    }

    @Override
    public void draw(
            Path clip, int width, int height, int first, List<WholeBody> bodies, Path poseVideo, Path overlay) {
        try (OwnClip decoded = new OwnClip(clip, width, height);
                DrawnBodies drawn = new DrawnBodies(decoded, width, height, first, bodies, poseVideo, overlay)) {
            drawn.write();
        }
    }

    @Override
    public void videos(Path clip, int width, int height, int first, List<WholeBody> bodies, SpanVideos into) {
        Path part = into.part();
        if (part == null) {
            draw(clip, width, height, first, bodies, into.pose(), into.overlay());
            return;
        }
        try (ExecutorService beside = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("span-cut").factory())) {
            CompletableFuture<Void> cutting =
                    CompletableFuture.runAsync(() -> cut(clip, first, first + bodies.size(), part), beside);
            draw(clip, width, height, first, bodies, into.pose(), into.overlay());
            DrawnBodies.await(cutting);
        }
    }

    @Override
    public void writeNpy(List<WholeBody> bodies, Path target) {
        float[] values = new float[bodies.size() * WholeBody.POINTS * WholeBody.VALUES];
        int at = 0;
        for (WholeBody body : bodies) {
            for (int point = 0; point < WholeBody.POINTS; point++) {
                values[at++] = body.x(point);
                values[at++] = body.y(point);
                values[at++] = body.confidence(point);
            }
        }
        try {
            NumpyFile.write(new FloatArray(List.of(bodies.size(), WholeBody.POINTS, WholeBody.VALUES), values), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder on the same disk, from which a file can be moved at once.
    private static Path beside(Path target) {
        try {
            return Files.createTempDirectory(target.toAbsolutePath().getParent(), "cut");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
