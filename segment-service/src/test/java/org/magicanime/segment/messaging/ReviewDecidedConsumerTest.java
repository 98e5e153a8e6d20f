package org.magicanime.segment.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Busy;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.Trim;
import org.magicanime.contracts.VideoId;
import org.magicanime.inference.AwaitedModels;
import org.magicanime.segment.Cutters;
import org.magicanime.stage.StageHandler;

/// Decisions that come while a model is missing.
class ReviewDecidedConsumerTest {
    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final String VIDEO = VideoId.of(SHA256);
    private static final FrameSpan CLIP = new FrameSpan(0, 50);

    private final StageHandler<ReviewDecided> handler =
            ReviewDecidedConsumer.trimming(new AwaitedModels<Cutters>("segment", () -> {
                throw new IllegalArgumentException("there is no model");
            }));
    private final List<PipelineEvent> told = new ArrayList<>();

    @Test
    void aDecisionWithoutATrimDoesNotWaitForTheModel() throws Exception {
        handler.handle(decision(ReviewDecision.REJECTED, null), told::add);

        assertThat(told).isEmpty();
    }

    @Test
    void aTrimWaitsForTheModelThatItsParametersName() {
        ArtifactRef film =
                new ArtifactRef("artifacts", ArtifactKeys.source(VIDEO), SHA256, 1, "application/octet-stream");
        Trim trim = new Trim(new FrameSpan(3, 40), film, new Labels(Style.JAPAN, "drawn", null, null));

        assertThatThrownBy(() -> handler.handle(decision(ReviewDecision.TRIMMED, trim), told::add))
                .isInstanceOf(Busy.class)
                .hasMessageContaining("there is no model");
    }

    private static ReviewDecided decision(ReviewDecision decision, @Nullable Trim trim) {
        return new ReviewDecided(
                VIDEO,
                Subset.IMAGE_TO_VIDEO,
                ClipId.of(VIDEO, CLIP),
                "0123456789abcdef",
                decision,
                null,
                null,
                List.of(),
                null,
                1,
                trim,
                null);
    }
}
