package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.review.PointLayout;
import org.magicanime.stage.EventJson;

/// Points that a person corrected are in the manifest beside the estimated ones, for as long as that stands.
class CorrectionsInTheLedgerTest {
    private static final String OTHER_PARAMS = "fedcba9876543210";

    private final List<PipelineEvent> run = ExtractedRun.of(CroppedRun.of(RecordedRun.events()));
    private final ClipPosed posed = first(ClipPosed.class);
    private final FacesCropped cropped = first(FacesCropped.class);
    private final PoseSpan span = posed.spans().getFirst();
    private final FaceClip face = cropped.faces().getFirst();
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());

    @Test
    void theManifestHasBothUntilTheCorrectionIsTakenBack() {
        tell(database, run);
        List<ManifestRow> before = manifest(database);
        ReviewDecided of = decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), "1", 1);

        tell(database, List.of(of));

        Map<String, ArtifactRef> files = files(database, "pose-driven", span.spanId());
        assertThat(files)
                .containsEntry("keypoints", span.keypoints())
                .containsEntry("keypoints-corrected", correction(of).points())
                .containsEntry("keypoints-provenance", correction(of).provenance());
        assertThat(files(database, "text-to-video", span.spanId())).doesNotContainKey("keypoints-corrected");
        assertThat(details(posed.paramsHash())).containsKeys("keypoints", "keypoints-corrected");
        assertThat(manifest(database))
                .filteredOn(row -> row.artifacts().containsKey("keypoints-corrected"))
                .hasSize(1);

        tell(database, List.of(decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), null, 3)));
        assertThat(manifest(database)).isEqualTo(before);
        assertThat(details(posed.paramsHash())).doesNotContainKey("keypoints-corrected");

        tell(database, List.of(decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), "2", 2)));
        assertThat(manifest(database)).isEqualTo(before);
    }

    @Test
    void landmarksAreCorrectedForTheFaceAndForItsSpeech() {
        tell(database, run);
        ReviewDecided of = decided(Subset.FACE_REENACTMENT, face.faceId(), cropped.paramsHash(), "1", 1);
        tell(database, List.of(of));

        for (String subset : List.of("face-reenactment", "audio-driven")) {
            assertThat(manifest(database))
                    .filteredOn(
                            row -> row.subset().equals(subset) && row.itemId().equals(face.faceId()))
                    .allSatisfy(row -> assertThat(row.artifacts())
                            .containsEntry("landmarks", face.landmarks())
                            .containsEntry("landmarks-corrected", correction(of).points())
                            .containsEntry(
                                    "landmarks-provenance", correction(of).provenance()));
        }
        assertThat(files(database, "face-reenactment", face.faceId())).isNotEmpty();
    }

    /// Its id has a number instead of its frames, and its pixels are those of one version.
    @Test
    void landmarksOfAnotherVersionOfAFaceAreNotThisOnes() {
        tell(database, run);
        tell(database, List.of(decided(Subset.FACE_REENACTMENT, face.faceId(), OTHER_PARAMS, "1", 1)));

        assertThat(files(database, "face-reenactment", face.faceId())).doesNotContainKey("landmarks-corrected");
    }

    @Test
    void aCorrectionIsNoVoteAboutTheItem() {
        tell(database, run);
        tell(database, List.of(decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), "1", 1)));

        List<String> decisions = database.read(connection -> Queries.all(
                connection,
                "select question || ' ' || decision from review_decision where item_id = ?",
                List.of(span.spanId()),
                row -> row.getString(1)));
        assertThat(decisions).containsExactly("points corrected");
        tell(database, List.of(vote(ReviewDecision.REJECTED, 2)));
        assertThat(files(database, "pose-driven", span.spanId())).isEmpty();
        tell(database, List.of(vote(ReviewDecision.OPEN, 3)));
        assertThat(files(database, "pose-driven", span.spanId())).containsKey("keypoints-corrected");
    }

    @Test
    void anyOrderAndRepetitionOfTheEventsLeavesTheSame() {
        List<PipelineEvent> events = new ArrayList<>(List.of(
                decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), "1", 5),
                decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), "2", 5),
                decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), null, 5),
                decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), "3", 4),
                vote(ReviewDecision.ACCEPTED, 6),
                decided(Subset.FACE_REENACTMENT, face.faceId(), cropped.paramsHash(), "4", 7),
                decided(Subset.FACE_REENACTMENT, face.faceId(), cropped.paramsHash(), null, 8)));
        tell(database, run);
        tell(database, events);
        List<ManifestRow> expected = manifest(database);
        assertThat(files(database, "pose-driven", span.spanId())).containsKey("keypoints-corrected");
        Random random = new Random(7);
        for (int i = 0; i < 4; i++) {
            LedgerDatabase other = new LedgerDatabase(LedgerServer.emptyDatabase());
            List<PipelineEvent> five = new ArrayList<>(run);
            for (int times = 0; times < 5; times++) {
                five.addAll(events);
            }
            Collections.shuffle(five, random);
            for (int from = 0; from < five.size(); from += 7) {
                tell(other, five.subList(from, Math.min(five.size(), from + 7)));
            }

            assertThat(manifest(other)).isEqualTo(expected);
        }
    }

    /// The manifest's lines, as they are frozen, have the same.
    @Test
    void aRowIsWrittenWithBoth() {
        tell(database, run);
        tell(database, List.of(decided(Subset.POSE_DRIVEN, span.spanId(), posed.paramsHash(), "1", 1)));

        assertThat(manifest(database))
                .filteredOn(row -> row.artifacts().containsKey("keypoints-corrected"))
                .singleElement()
                .satisfies(row -> assertThat(new String(EventJson.write(row), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("\"keypoints\":{", "\"keypoints-corrected\":{", "\"keypoints-provenance\":{"));
    }

    private Map<String, ArtifactRef> details(String params) {
        return new PostgresItems(database)
                .find(new LedgerKey("keypoint", ItemKind.SPAN, span.spanId(), params))
                .orElseThrow()
                .files();
    }

    private ReviewDecided vote(ReviewDecision decision, long at) {
        return new ReviewDecided(
                posed.videoId(),
                Subset.POSE_DRIVEN,
                span.spanId(),
                posed.paramsHash(),
                decision,
                null,
                null,
                List.of(),
                null,
                at);
    }

    /// @param digit of the digest; null takes it back
    private ReviewDecided decided(Subset subset, String itemId, String params, @Nullable String digit, long at) {
        return new ReviewDecided(
                posed.videoId(),
                subset,
                itemId,
                params,
                digit == null ? ReviewDecision.UNCORRECTED : ReviewDecision.CORRECTED,
                null,
                null,
                List.of(),
                null,
                at,
                null,
                digit == null ? null : correction(subset, itemId, digit));
    }

    private static PointCorrection correction(Subset subset, String itemId, String digit) {
        PointLayout layout = subset == Subset.POSE_DRIVEN ? PointLayout.KEYPOINTS : PointLayout.LANDMARKS;
        String hash = digit.repeat(16);
        return new PointCorrection(
                new ArtifactRef(
                        "artifacts",
                        layout.key(itemId, hash, layout.estimated() + ".npy"),
                        digit.repeat(64),
                        1,
                        "application/octet-stream"),
                new ArtifactRef(
                        "artifacts",
                        layout.key(itemId, hash, "provenance.json"),
                        digit.repeat(64),
                        1,
                        "application/json"));
    }

    private static PointCorrection correction(ReviewDecided decided) {
        return java.util.Objects.requireNonNull(decided.correction());
    }

    private <T extends PipelineEvent> T first(Class<T> type) {
        return run.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(each ->
                        !(each instanceof FacesCropped faces && faces.faces().isEmpty()))
                .filter(each -> !(each instanceof ClipPosed clip && clip.spans().isEmpty()))
                .findFirst()
                .orElseThrow();
    }

    private static void tell(LedgerDatabase database, List<? extends PipelineEvent> events) {
        new LedgerKeeper(new PostgresLedger(database))
                .keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    /// Empty if the manifest has no such row.
    private static Map<String, ArtifactRef> files(LedgerDatabase database, String subset, String itemId) {
        return manifest(database).stream()
                .filter(row -> row.subset().equals(subset) && row.itemId().equals(itemId))
                .findFirst()
                .map(ManifestRow::artifacts)
                .orElse(Map.of());
    }

    private static List<ManifestRow> manifest(LedgerDatabase database) {
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        return rows;
    }
}
