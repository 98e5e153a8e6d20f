package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.Bound;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.Measure;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Amount;
import org.magicanime.dataset.domain.Accounting.Dropped;
import org.magicanime.dataset.domain.Accounting.StageFunnel;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.Outcome;

/// What people decide is in the manifest, in the accounts and in the statistics, and every frame stays explained.
class ReviewsInTheLedgerTest {
    private static final List<String> STAGES = List.of("segment", "keypoint", "face-crop", "audio");

    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final List<PipelineEvent> run = ExtractedRun.of(CroppedRun.of(RecordedRun.events()));
    private final SpeechClip undecided =
            extracted().flatMap(clip -> clip.undecided().stream()).findFirst().orElseThrow();
    private final SpeechClip kept =
            extracted().flatMap(clip -> clip.speech().stream()).findFirst().orElseThrow();
    private final String face = kept.face().faceId();
    private final String span = FaceId.spanId(face);
    private final String clip = run.stream()
            .filter(ClipPosed.class::isInstance)
            .map(ClipPosed.class::cast)
            .filter(each -> each.spans().stream().anyMatch(own -> own.spanId().equals(span)))
            .findFirst()
            .orElseThrow()
            .clipId();
    private long now = 1;

    @Test
    void whatIsUndecidedIsInOnceAPersonAcceptsItAndOutAgainWhenThatIsTakenBack() {
        tell(run);
        List<String> before = manifest();
        List<Long> frames = frames();
        String id = undecided.face().faceId();
        assertThat(before).doesNotContain("audio-driven " + id);
        Amount keptBefore = funnel("audio").kept();

        decide(Subset.AUDIO_DRIVEN, id, ReviewDecision.ACCEPTED);

        assertThat(manifest()).contains("audio-driven " + id).hasSize(before.size() + 1);
        assertThat(funnel("audio").kept())
                .isEqualTo(new Amount(
                        keptBefore.items() + 1,
                        keptBefore.frames() + undecided.face().span().frames()));
        assertThat(items("audio-driven")).isEqualTo(keptBefore.items() + 1);
        assertThat(frames()).isEqualTo(frames);

        decide(Subset.AUDIO_DRIVEN, id, ReviewDecision.REJECTED);

        assertThat(manifest()).isEqualTo(before);
        assertThat(dropped("audio", "rejected-by-review"))
                .isEqualTo(undecided.face().span().frames());
        assertThat(frames()).isEqualTo(frames);

        decide(Subset.AUDIO_DRIVEN, id, ReviewDecision.OPEN);

        assertThat(manifest()).isEqualTo(before);
        assertThat(dropped("audio", "rejected-by-review")).isZero();
        assertThat(dropped("audio", "undecided")).isPositive();
        assertThat(frames()).isEqualTo(frames);
    }

    @Test
    void whatIsUndecidedHasItsFilesAndTheTestThatItMissed() {
        tell(run);

        ItemDetails details = new PostgresItems(database)
                .find(new LedgerKey("audio", ItemKind.SPEECH, undecided.face().faceId(), ExtractedRun.PARAMS_HASH))
                .orElseThrow();

        assertThat(details.entry().outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(details.files()).containsKeys("speech", "sync", "clip");
        assertThat(details.measures()).contains(new Measure("sync.score", 1.1, 1.6, Bound.AT_LEAST));
    }

    @Test
    void aRejectedClipTakesEverythingBelowItAlongAndBringsItBack() {
        tell(run);
        List<String> before = manifest();
        List<Long> frames = frames();

        decide(Subset.IMAGE_TO_VIDEO, clip, ReviewDecision.REJECTED);

        assertThat(manifest())
                .isEqualTo(before.stream().filter(row -> !isOf(row, clip)).toList());
        assertThat(before.stream().filter(row -> isOf(row, clip)).map(row -> row.split(" ")[0]))
                .contains("audio-driven", "face-reenactment", "image-to-video", "pose-driven", "text-to-video");
        assertThat(dropped("segment", "rejected-by-review")).isPositive();
        assertThat(dropped("keypoint", "made-from-rejected")).isPositive();
        assertThat(dropped("face-crop", "made-from-rejected")).isPositive();
        assertThat(dropped("audio", "made-from-rejected")).isPositive();
        assertThat(frames()).isEqualTo(frames);

        decide(Subset.IMAGE_TO_VIDEO, clip, ReviewDecision.ACCEPTED);

        assertThat(manifest()).isEqualTo(before);
        assertThat(frames()).isEqualTo(frames);
    }

    @Test
    void aRejectedSpanTakesWhatIsMadeOfItAndARejectedFaceItsSpeech() {
        tell(run);
        List<String> before = manifest();

        decide(Subset.POSE_DRIVEN, span, ReviewDecision.REJECTED);

        assertThat(without(before))
                .containsExactlyInAnyOrder(
                        "pose-driven " + span,
                        "text-to-video " + span,
                        "face-reenactment " + face,
                        "audio-driven " + face);

        decide(Subset.POSE_DRIVEN, span, ReviewDecision.OPEN);
        decide(Subset.FACE_REENACTMENT, face, ReviewDecision.REJECTED);
        // What is above it is not there, whatever is decided about itself.
        decide(Subset.AUDIO_DRIVEN, face, ReviewDecision.ACCEPTED);

        assertThat(without(before)).containsExactlyInAnyOrder("face-reenactment " + face, "audio-driven " + face);
        assertThat(items("face-reenactment")).isEqualTo(count("face-reenactment"));

        decide(Subset.FACE_REENACTMENT, face, ReviewDecision.OPEN);
        decide(Subset.TEXT_TO_VIDEO, span, ReviewDecision.REJECTED);

        assertThat(without(before)).containsExactly("text-to-video " + span);
        assertThat(items("text-to-video")).isEqualTo(count("text-to-video"));
        assertThat(items("pose-driven")).isEqualTo(count("pose-driven"));
    }

    @Test
    void neitherOrderNorRepetitionMatters() {
        List<PipelineEvent> all = new ArrayList<>(run);
        all.add(decided(Subset.AUDIO_DRIVEN, undecided.face().faceId(), ReviewDecision.REJECTED, 5));
        all.add(decided(Subset.AUDIO_DRIVEN, undecided.face().faceId(), ReviewDecision.ACCEPTED, 6));
        all.add(decided(Subset.FACE_REENACTMENT, face, ReviewDecision.ACCEPTED, 7));
        all.add(decided(Subset.FACE_REENACTMENT, face, ReviewDecision.REJECTED, 7));
        tell(all);
        List<String> expected = manifest();
        List<StageFunnel> funnels = accounts().stages();
        assertThat(expected)
                .contains("audio-driven " + undecided.face().faceId())
                .doesNotContain("face-reenactment " + face, "audio-driven " + face);

        for (int seed = 0; seed < 5; seed++) {
            List<PipelineEvent> shuffled = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                shuffled.addAll(all);
            }
            Collections.shuffle(shuffled, new Random(seed));
            LedgerDatabase other = new LedgerDatabase(LedgerServer.emptyDatabase());
            LedgerKeeper otherKeeper = new LedgerKeeper(new PostgresLedger(other));
            for (int i = 0; i < shuffled.size(); i += 7) {
                otherKeeper.keep(shuffled.subList(i, Math.min(i + 7, shuffled.size())).stream()
                        .map(RecordedRun::told)
                        .toList());
            }

            assertThat(manifest(other)).isEqualTo(expected);
            assertThat(new PostgresAccounting(other, LastStage.AUDIO).read().stages())
                    .isEqualTo(funnels);
        }
    }

    @Test
    void aDecisionHoldsForTheItemWhateverItIsMadeWith() {
        tell(run);
        tell(List.of(new ReviewDecided(
                ClipId.videoId(span),
                Subset.FACE_REENACTMENT,
                face,
                "0123456789abcdef",
                ReviewDecision.REJECTED,
                null,
                null,
                List.of(),
                null,
                1)));

        assertThat(manifest()).doesNotContain("face-reenactment " + face, "audio-driven " + face);
    }

    private static boolean isOf(String row, String clip) {
        String id = row.split(" ")[1];
        long first = ClipId.span(id.replaceFirst("-f[0-9]+$", "")).first();
        return first >= ClipId.span(clip).first() && first < ClipId.span(clip).end();
    }

    private List<String> without(List<String> before) {
        List<String> missing = new ArrayList<>(before);
        missing.removeAll(manifest());
        return missing;
    }

    private long count(String subset) {
        return manifest().stream().filter(row -> row.startsWith(subset)).count();
    }

    private Stream<SpeechExtracted> extracted() {
        return run.stream().filter(SpeechExtracted.class::isInstance).map(SpeechExtracted.class::cast);
    }

    private void decide(Subset subset, String item, ReviewDecision decision) {
        tell(List.of(decided(subset, item, decision, now++)));
        assertThat(accounts().closes()).isTrue();
    }

    private static ReviewDecided decided(Subset subset, String item, ReviewDecision decision, long at) {
        return new ReviewDecided(
                subset.videoIdOf(item),
                subset,
                item,
                ExtractedRun.PARAMS_HASH,
                decision,
                null,
                null,
                List.of(),
                null,
                at);
    }

    private void tell(List<? extends PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private Accounting accounts() {
        return new PostgresAccounting(database, LastStage.AUDIO).read();
    }

    private StageFunnel funnel(String stage) {
        return accounts().stages().stream()
                .filter(each -> each.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private long dropped(String stage, String code) {
        return funnel(stage).dropped().stream()
                .filter(each -> each.code().equals(code))
                .mapToLong(Dropped::frames)
                .sum();
    }

    /// Of each stage what it kept and dropped together: no decision changes that.
    private List<Long> frames() {
        return STAGES.stream()
                .map(this::funnel)
                .map(stage -> stage.kept().frames()
                        + stage.dropped().stream().mapToLong(Dropped::frames).sum())
                .toList();
    }

    private long items(String subset) {
        return new PostgresStatistics(database)
                .read().subsets().stream()
                        .filter(each -> each.subset().equals(subset))
                        .mapToLong(each -> each.items())
                        .sum();
    }

    private List<String> manifest() {
        return manifest(database);
    }

    private static List<String> manifest(LedgerDatabase database) {
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        return rows.stream().map(row -> row.subset() + " " + row.itemId()).toList();
    }
}
