package org.magicanime.local;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Framing;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.contracts.VideoId;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;

/// All that stages would tell of a film that nobody drew: 8 clips of 84 frames, of which 5 have a span with a pose, and
/// 4 stretches that are left out. Its accounts close. For benchmarks.
final class SyntheticFilm {
    /// Events of one film.
    static final int EVENTS = 25;
    /// Rows of the ledger for one film.
    static final int ROWS = 30;

    private static final int CLIPS = 8;
    private static final int SPANS = 5;
    private static final int CLIP_FRAMES = 84;
    private static final int LEFT_OUT = 4;
    private static final int GAP = 6;
    private static final int FRAMES = CLIPS * CLIP_FRAMES + LEFT_OUT * GAP;
    private static final Rational RATE = new Rational(24, 1);
    private static final String TYPE = "application/octet-stream";
    private static final Map<String, String> CUT = Map.of("clip.shortest-seconds", "1.0", "made-by", "bench");
    private static final Map<String, String> POSED = Map.of("pose.body-score", "0.9", "made-by", "bench");
    private static final String CUT_HASH = ParamsHash.of(CUT);
    private static final String POSED_HASH = ParamsHash.of(POSED);

    private final int number;
    private final String sha256;
    private final String videoId;
    private final Labels labels;

    SyntheticFilm(int number) {
        this.number = number;
        // Different for each film, and spread over all hashes as real ones are.
        this.sha256 = HexFormat.of().toHexDigits((number + 1) * 0x9E3779B97F4A7C15L) + "0".repeat(48);
        this.videoId = VideoId.of(sha256);
        Style style = Style.values()[number % Style.values().length];
        this.labels = new Labels(style, "Film " + number, null, null);
    }

    /// In the order in which stages tell them.
    List<PipelineEvent> events() {
        List<PipelineEvent> all = new ArrayList<>();
        all.add(new VideoIngested(
                videoId,
                new ArtifactRef("artifacts", "videos/" + videoId + "/source", sha256, 1_000_000, TYPE),
                new ObjectOrigin("ingest", "bench/film-" + number + ".mp4", "etag"),
                labels,
                new VideoFacts("mov,mp4", "h264", "yuv420p", 1920, 1080, 0, RATE, FRAMES, FRAMES / 24.0, null)));
        for (int clip = 0; clip < CLIPS; clip++) {
            all.add(cut(frames(clip)));
        }
        for (int gap = 0; gap < LEFT_OUT; gap++) {
            long first = (long) CLIPS * CLIP_FRAMES + (long) gap * GAP;
            all.add(rejected("segment", gap % 2 == 0 ? "fade" : "too-short", new FrameSpan(first, first + GAP)));
        }
        all.add(new VideoSegmented(
                videoId, FRAMES, CLIPS * CLIP_FRAMES, CLIPS, LEFT_OUT, CUT_HASH, CUT, file(videoId, "segments.json")));
        for (int clip = 0; clip < CLIPS; clip++) {
            if (clip >= SPANS) {
                String[] codes = {"no-character", "several-characters", "pose-not-valid"};
                all.add(rejected("keypoint", codes[clip - SPANS], frames(clip)));
            }
            all.add(posed(frames(clip), clip < SPANS));
        }
        return all;
    }

    private static FrameSpan frames(int clip) {
        return new FrameSpan((long) clip * CLIP_FRAMES, (clip + 1L) * CLIP_FRAMES);
    }

    private ClipCut cut(FrameSpan span) {
        String clip = ClipId.of(videoId, span);
        return new ClipCut(
                videoId,
                clip,
                span,
                1920,
                1080,
                RATE,
                labels,
                CUT_HASH,
                file(clip, "clip.mp4"),
                null,
                file(clip, "first.png"),
                file(clip, "frames.json"),
                List.of(
                        new Measure("clip.shortest-seconds", CLIP_FRAMES / 24.0, 1, Bound.AT_LEAST),
                        measure("clip.black-share", 0.98, Bound.AT_MOST),
                        measure("clip.blank-deviation", 2, Bound.AT_LEAST),
                        measure("clip.longest-still-seconds", 2, Bound.AT_MOST),
                        measure("encoder.least-ssim", 0.98, Bound.AT_LEAST)));
    }

    private ClipPosed posed(FrameSpan span, boolean valid) {
        String clip = ClipId.of(videoId, span);
        PoseSpan pose = new PoseSpan(
                clip,
                span,
                Framing.FULL_BODY,
                file(clip, "clip.mp4"),
                file(clip, "keypoints.npy"),
                file(clip, "keypoints-raw.npy"),
                file(clip, "keypoints.json"),
                file(clip, "pose.mp4"),
                file(clip, "pose-over.mp4"),
                file(clip, "quality.json"),
                List.of(
                        measure("pose.animal-score", 0.4, Bound.AT_MOST),
                        measure("pose.start-score", 0.6, Bound.AT_LEAST),
                        measure("pose.body-score", 0.9, Bound.AT_LEAST),
                        measure("pose.seen", 0.9, Bound.AT_LEAST),
                        measure("pose.narrowest", 0.5, Bound.AT_LEAST),
                        measure("pose.widest", 1.6, Bound.AT_MOST),
                        measure("pose.shift", 0.03, Bound.AT_MOST),
                        measure("pose.jitter", 0.09, Bound.AT_MOST),
                        measure("pose.shortest-seconds", 1, Bound.AT_LEAST)));
        return new ClipPosed(
                videoId,
                clip,
                span,
                1920,
                1080,
                RATE,
                labels,
                CUT_HASH,
                POSED_HASH,
                POSED,
                null,
                null,
                null,
                valid ? List.of(pose) : List.of(),
                valid ? 0 : 1,
                file(clip, "poses.json"));
    }

    private ItemRejected rejected(String stage, String code, FrameSpan span) {
        boolean segment = stage.equals("segment");
        return new ItemRejected(
                ClipId.of(videoId, span),
                stage,
                code,
                "told by a benchmark",
                videoId,
                span,
                null,
                spread(code, 0.5, 0.9),
                1.0,
                segment ? "clip.shortest-seconds" : "pose.body-score",
                Bound.AT_LEAST,
                segment ? CUT_HASH : POSED_HASH,
                segment ? CUT : POSED);
    }

    private ArtifactRef file(String item, String name) {
        return new ArtifactRef("artifacts", "clips/" + item + "/" + name, sha256, 10_000, TYPE);
    }

    private Measure measure(String rule, double threshold, Bound bound) {
        double value = bound == Bound.AT_LEAST
                ? spread(rule, threshold, 1.1 * threshold)
                : spread(rule, 0.1 * threshold, threshold);
        return new Measure(rule, value, threshold, bound);
    }

    /// A value that follows from the film, so that a second run tells the same.
    private double spread(String what, double least, double most) {
        int place = Math.floorMod((number * 31 + what.hashCode()) * 0x9E3779B1, 1000);
        return least + (most - least) * place / 1000;
    }
}
