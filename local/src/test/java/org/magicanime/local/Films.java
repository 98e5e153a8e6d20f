package org.magicanime.local;

import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.contracts.VideoId;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;

/// What is told of a film whose clips have ten frames each.
final class Films {
    static final ObjectOrigin ORIGIN = new ObjectOrigin(LocalSystem.INGEST, "x/y/z.mkv", "etag");

    private static final String SHA256 = "ab".repeat(32);
    private static final String VIDEO = VideoId.of(SHA256);
    private static final String CUT_WITH = "0".repeat(16);
    private static final String POSED_WITH = "1".repeat(16);
    private static final Labels LABELS = new Labels(Style.UNKNOWN, "y", null, null);

    private Films() {}

    static VideoIngested ingested() {
        return new VideoIngested(
                VIDEO,
                ref(ArtifactKeys.source(VIDEO)),
                ORIGIN,
                LABELS,
                new VideoFacts("matroska,webm", "h264", "yuv420p", 64, 48, 0, new Rational(25, 1), 1, 0.04, null));
    }

    static VideoSegmented segmented(int clips) {
        return new VideoSegmented(
                VIDEO,
                10L * clips,
                10L * clips,
                clips,
                0,
                CUT_WITH,
                Map.of(),
                ref(ArtifactKeys.ofVideo(VIDEO, CUT_WITH, "segments.json")));
    }

    static ClipCut cut(int number) {
        return new ClipCut(
                VIDEO,
                clipId(number),
                span(number),
                64,
                48,
                new Rational(25, 1),
                LABELS,
                CUT_WITH,
                ref(ArtifactKeys.ofClip(clipId(number), "segment", CUT_WITH, "clip.mp4")),
                null,
                ref(ArtifactKeys.ofClip(clipId(number), "segment", CUT_WITH, "first.png")),
                ref(ArtifactKeys.ofClip(clipId(number), "segment", CUT_WITH, "frames.json")),
                List.of());
    }

    static ClipPosed posed(int number) {
        return new ClipPosed(
                VIDEO,
                clipId(number),
                span(number),
                64,
                48,
                new Rational(25, 1),
                LABELS,
                CUT_WITH,
                POSED_WITH,
                Map.of(),
                null,
                null,
                null,
                List.of(),
                1,
                ref(ArtifactKeys.ofClip(clipId(number), "keypoint", POSED_WITH, "poses.json")));
    }

    private static String clipId(int number) {
        return ClipId.of(VIDEO, span(number));
    }

    private static FrameSpan span(int number) {
        return new FrameSpan(10L * number, 10L * number + 10);
    }

    private static ArtifactRef ref(String key) {
        return new ArtifactRef(LocalSystem.ARTIFACTS, key, SHA256, 1, "application/octet-stream");
    }
}
