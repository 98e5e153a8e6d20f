package org.magicanime.dataset.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.artifact.Digest;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.dataset.domain.review.PointArchive;
import org.magicanime.dataset.domain.review.PointLayout;
import org.magicanime.dataset.domain.review.PointProvenance;
import org.magicanime.dataset.domain.review.PointSeries;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.stage.EventJson;

/// Points as NumPy files in the object store.
public final class StoredPoints implements PointArchive {
    private static final String NPY = "application/octet-stream";

    private final ArtifactStore store;
    private final String bucket;

    /// @param bucket of what stages keep
    public StoredPoints(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    @Override
    public PointSeries read(ArtifactRef estimated, PointLayout layout) {
        return inFolder(folder -> {
            Path file = folder.resolve("estimated.npy");
            store.get(estimated, file);
            FloatArray array = NumpyFile.read(file);
            List<Integer> shape = array.shape();
            if (shape.size() != 3 || shape.get(1) != layout.points() || shape.get(2) != PointLayout.VALUES) {
                throw new IllegalArgumentException("points of the shape " + shape + " are no " + layout.estimated());
            }
            return new PointSeries(shape.get(0), layout.points(), array.values());
        });
    }

    @Override
    public PointCorrection keep(PointLayout layout, PointSeries points, PointProvenance provenance) {
        return inFolder(folder -> {
            Path file = folder.resolve(layout.estimated() + ".npy");
            NumpyFile.write(
                    new FloatArray(List.of(points.frames(), points.points(), PointLayout.VALUES), points.values()),
                    file);
            Path document = Files.write(folder.resolve("provenance.json"), EventJson.write(provenance));
            String hash = ParamsHash.of(Map.of("points", Digest.sha256(file), "provenance", Digest.sha256(document)));
            return new PointCorrection(
                    keep(layout, provenance.itemId(), hash, file, NPY),
                    keep(layout, provenance.itemId(), hash, document, "application/json"));
        });
    }

    private ArtifactRef keep(PointLayout layout, String itemId, String hash, Path file, String mediaType) {
        Stored stored =
                store.put(bucket, layout.key(itemId, hash, file.getFileName().toString()), file, mediaType);
        if (!stored.sameContent()) {
            throw new IllegalStateException(
                    "the artifact " + stored.ref().key() + " has other bytes than its key says");
        }
        return stored.ref();
    }

    private static <T> T inFolder(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("points");
            try {
                return work.in(folder);
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path each : files.toList()) {
                        Files.delete(each);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
