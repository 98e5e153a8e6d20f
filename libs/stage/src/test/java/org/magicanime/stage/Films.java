package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.contracts.VideoId;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;

/// Inputs and results, all valid.
final class Films {
    static final String PARAMS = "0123456789abcdef";

    private Films() {}

    static VideoIngested film(String name) {
        String sha256 = sha256(name);
        String id = VideoId.of(sha256);
        return new VideoIngested(
                id,
                new ArtifactRef("artifacts", ArtifactKeys.source(id), sha256, 1, "video/mp4"),
                new ObjectOrigin("ingest", name, "etag"),
                new Labels(Style.JAPAN, name, null, null),
                new VideoFacts("mov,mp4", "h264", "yuv420p", 320, 176, 0, new Rational(25, 1), 100, 4.0, "aac"));
    }

    static VideoSegmented segmented(VideoIngested film) {
        return new VideoSegmented(film.videoId(), 100, 95, 1, 1, PARAMS, Map.of(), segments(film));
    }

    static ArtifactRef segments(VideoIngested film) {
        String key = ArtifactKeys.ofVideo(film.videoId(), PARAMS, "segments.json");
        return new ArtifactRef("artifacts", key, sha256(film.videoId()), 16, "application/json");
    }

    static ItemRejected rejected(VideoIngested film) {
        return new ItemRejected(
                film.videoId(),
                "segment",
                "no-frames",
                "there is nothing to see",
                film.videoId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
