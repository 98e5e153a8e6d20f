package org.magicanime.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.CaptionKind;
import org.magicanime.contracts.CaptionSource;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.PipelineEvent;

/// The recorded run as if its clips and spans had been captioned.
public final class CaptionedRun {
    public static final Map<String, String> PARAMETERS = Map.of("wave.swing", "0.12");
    public static final String PARAMS_HASH = ParamsHash.of(PARAMETERS);

    private static final String SHA256 = "2".repeat(64);

    private CaptionedRun() {}

    /// @param run with poses
    public static List<PipelineEvent> of(List<PipelineEvent> run) {
        List<PipelineEvent> all = new ArrayList<>(run);
        for (PipelineEvent event : run) {
            if (event instanceof ClipPosed clip) {
                all.add(captioned(clip));
            }
        }
        return all;
    }

    private static ClipCaptioned captioned(ClipPosed clip) {
        return new ClipCaptioned(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.clipParamsHash(),
                clip.paramsHash(),
                PARAMS_HASH,
                PARAMETERS,
                caption(clip.clipId(), clip.span(), CaptionKind.GENERAL),
                clip.spans().stream()
                        .map(span -> caption(span.spanId(), span.span(), CaptionKind.MOTION))
                        .toList(),
                file(clip.clipId(), "captions.json"));
    }

    private static Caption caption(String id, FrameSpan span, CaptionKind kind) {
        return new Caption(
                id,
                span,
                kind,
                text(id, kind),
                CaptionSource.MEASURED,
                null,
                file(id, kind + "-caption.json"),
                file(id, kind + "-facts.json"));
    }

    /// What is said of an item.
    public static String text(String id, CaptionKind kind) {
        return "The " + kind + " of " + id + ".";
    }

    private static ArtifactRef file(String id, String name) {
        return new ArtifactRef(
                "artifacts", ArtifactKeys.ofClip(id, "caption", PARAMS_HASH, name), SHA256, 1, "application/json");
    }
}
