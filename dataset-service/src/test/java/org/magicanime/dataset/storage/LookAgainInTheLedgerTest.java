package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.review.Look;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.Sample;
import org.magicanime.dataset.domain.review.Wish;

/// What somebody wants looked at again is in a queue of its own until anybody decides, and in the manifest as before.
class LookAgainInTheLedgerTest {
    private final List<PipelineEvent> run = CroppedRun.of(RecordedRun.events());
    private final List<String> faces = run.stream()
            .filter(FacesCropped.class::isInstance)
            .flatMap(event -> ((FacesCropped) event).faces().stream())
            .map(face -> face.faceId())
            .distinct()
            .toList();
    private final String face = faces.getFirst();
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());

    @BeforeEach
    void begin() {
        tell(database, run);
    }

    @Test
    void itIsInItsOwnQueueWithWhoAndWhyAndTheManifestStaysAsItIs() {
        List<ManifestRow> manifest = manifest(database);
        int open = ids(database, Look.FIRST, "bob").size();

        say(face, ReviewDecision.LOOK_AGAIN, "ann", "whose face?", 5);
        say(face, ReviewDecision.LOOK_AGAIN, null, null, 6);

        assertThat(manifest(database)).isEqualTo(manifest);
        assertThat(ids(database, Look.FIRST, "bob")).hasSize(open - 1).doesNotContain(face);
        for (String anybody : List.of("ann", "bob", "")) {
            assertThat(queue(database, Look.AGAIN, anybody)).singleElement().satisfies(item -> {
                assertThat(item.entry().key().itemId()).isEqualTo(face);
                assertThat(item.wishes()).containsExactly(new Wish(null, null, 6), new Wish("ann", "whose face?", 5));
                assertThat(item.vote()).isNull();
            });
        }
    }

    @Test
    void aVoteOfAnybodyEndsItAndItIsThereAgainWhereThatIsTakenBack() {
        say(face, ReviewDecision.LOOK_AGAIN, "ann", null, 5);
        for (ReviewDecision vote : List.of(ReviewDecision.ACCEPTED, ReviewDecision.REJECTED)) {
            int at = vote.caution() + 10;
            say(face, vote, "bob", null, 2 * at);
            assertThat(ids(database, Look.AGAIN, "ann")).isEmpty();
            say(face, ReviewDecision.OPEN, "bob", null, 2 * at + 1);
            assertThat(ids(database, Look.AGAIN, "ann")).containsExactly(face);
            assertThat(ids(database, Look.FIRST, "ann")).doesNotContain(face);
        }
        say(face, ReviewDecision.ACCEPTED, "ann", null, 50);
        say(face, ReviewDecision.LOOKED_AGAIN, "ann", null, 51);
        say(face, ReviewDecision.OPEN, "ann", null, 52);
        assertThat(ids(database, Look.AGAIN, "ann")).isEmpty();
        assertThat(ids(database, Look.FIRST, "ann")).contains(face);
    }

    @Test
    void whatWasDecidedBeforeItStays() {
        say(face, ReviewDecision.REJECTED, "ann", null, 4);
        List<ManifestRow> manifest = manifest(database);

        say(face, ReviewDecision.LOOK_AGAIN, "ann", null, 5);

        assertThat(manifest(database)).isEqualTo(manifest);
        assertThat(queue(database, Look.AGAIN, "ann"))
                .singleElement()
                .extracting(QueueItem::vote)
                .isEqualTo(ReviewDecision.REJECTED);
        assertThat(ids(database, Look.SECOND, "bob")).containsExactly(face);
        say(face, ReviewDecision.LOOK_AGAIN, "bob", null, 6);
        assertThat(ids(database, Look.SECOND, "bob")).isEmpty();
        assertThat(ids(database, Look.SECOND, "cyd")).containsExactly(face);
    }

    @Test
    void aConflictStaysOne() {
        say(face, ReviewDecision.REJECTED, "ann", null, 3);
        say(face, ReviewDecision.ACCEPTED, "bob", null, 4);
        List<ManifestRow> manifest = manifest(database);

        say(face, ReviewDecision.LOOK_AGAIN, "cyd", null, 5);

        assertThat(manifest(database)).isEqualTo(manifest);
        assertThat(ids(database, Look.CONFLICT, "dan")).containsExactly(face);
        assertThat(ids(database, Look.CONFLICT, "cyd")).isEmpty();
        assertThat(ids(database, Look.AGAIN, "dan")).containsExactly(face);
    }

    @Test
    void eachTakesBackOnlyTheirOwn() {
        say(face, ReviewDecision.LOOK_AGAIN, "ann", null, 5);
        say(face, ReviewDecision.LOOK_AGAIN, "bob", null, 6);
        say(face, ReviewDecision.LOOKED_AGAIN, "bob", null, 7);

        assertThat(queue(database, Look.AGAIN, "bob"))
                .singleElement()
                .satisfies(item -> assertThat(item.wishes()).containsExactly(new Wish("ann", null, 5)));
        say(face, ReviewDecision.LOOKED_AGAIN, "ann", null, 8);
        assertThat(ids(database, Look.AGAIN, "bob")).isEmpty();
        assertThat(ids(database, Look.FIRST, "bob")).contains(face);
    }

    @Test
    void whatWaitsLongestComesFirstAndWhatIsSaidAgainLast() {
        say(faces.get(2), ReviewDecision.LOOK_AGAIN, "ann", null, 5);
        say(faces.get(0), ReviewDecision.LOOK_AGAIN, "ann", null, 6);
        say(faces.get(1), ReviewDecision.LOOK_AGAIN, "ann", null, 7);
        assertThat(ids(database, Look.AGAIN, "bob")).containsExactly(faces.get(2), faces.get(0), faces.get(1));

        say(faces.get(2), ReviewDecision.LOOK_AGAIN, "bob", null, 8);

        assertThat(ids(database, Look.AGAIN, "bob")).containsExactly(faces.get(0), faces.get(1), faces.get(2));
    }

    /// Nobody looked at what a rule decides.
    @Test
    void noRuleEndsItOrIsAboutIt() {
        say(face, ReviewDecision.LOOK_AGAIN, "ann", null, 5);
        QueueFilter all = filter(Look.FIRST, "bob");
        assertThat(new PostgresReviews(database).count(all)).isEqualTo(faces.size() - 1);

        tell(database, List.of(said(face, ReviewDecision.REJECTED, "bob", null, 6, "0123456789abcdef")));

        assertThat(ids(database, Look.AGAIN, "bob")).containsExactly(face);
    }

    @Test
    void whatIsBelowSomethingRejectedNeedsNoLook() {
        say(face, ReviewDecision.LOOK_AGAIN, "ann", null, 5);
        String span = face.replaceFirst("-f[0-9]+$", "");
        tell(
                database,
                List.of(new ReviewDecided(
                        Subset.POSE_DRIVEN.videoIdOf(span),
                        Subset.POSE_DRIVEN,
                        span,
                        CroppedRun.PARAMS_HASH,
                        ReviewDecision.REJECTED,
                        null,
                        null,
                        List.of(),
                        null,
                        6)));

        assertThat(ids(database, Look.AGAIN, "bob")).isEmpty();
    }

    @Test
    void anyOrderAndRepetitionOfTheEventsLeavesTheSame() {
        List<ReviewDecided> events = List.of(
                said(face, ReviewDecision.LOOK_AGAIN, "ann", "one", 5, null),
                said(face, ReviewDecision.LOOK_AGAIN, "bob", "two", 5, null),
                said(face, ReviewDecision.LOOKED_AGAIN, "bob", null, 5, null),
                said(face, ReviewDecision.ACCEPTED, "cyd", null, 4, null),
                said(faces.get(1), ReviewDecision.LOOK_AGAIN, "ann", null, 5, null),
                said(faces.get(1), ReviewDecision.REJECTED, "bob", null, 6, null),
                said(faces.get(2), ReviewDecision.LOOK_AGAIN, "ann", null, 7, null),
                said(faces.get(2), ReviewDecision.REJECTED, "bob", null, 8, null),
                said(faces.get(2), ReviewDecision.OPEN, "bob", null, 9, null));
        tell(database, events);
        assertThat(ids(database, Look.AGAIN, "ann")).containsExactly(face, faces.get(2));
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

            assertThat(manifest(other)).isEqualTo(manifest(database));
            for (Look look : List.of(Look.FIRST, Look.SECOND, Look.CONFLICT, Look.AGAIN)) {
                assertThat(queue(other, look, "ann")).isEqualTo(queue(database, look, "ann"));
            }
        }
    }

    private void say(
            String item, ReviewDecision decision, @Nullable String reviewer, @Nullable String reason, long at) {
        tell(database, List.of(said(item, decision, reviewer, reason, at, null)));
    }

    private static ReviewDecided said(
            String item,
            ReviewDecision decision,
            @Nullable String reviewer,
            @Nullable String reason,
            long at,
            @Nullable String rule) {
        return new ReviewDecided(
                Subset.FACE_REENACTMENT.videoIdOf(item),
                Subset.FACE_REENACTMENT,
                item,
                CroppedRun.PARAMS_HASH,
                decision,
                reason,
                null,
                List.of(),
                reviewer,
                at,
                null,
                null,
                rule,
                null);
    }

    private static QueueFilter filter(Look look, String reviewer) {
        return new QueueFilter(DataSubset.FACE_REENACTMENT, null, null, null, null, look, Sample.USUAL, reviewer);
    }

    private static List<QueueItem> queue(LedgerDatabase database, Look look, String reviewer) {
        return new PostgresReviews(database).queue(filter(look, reviewer), 0, 1000);
    }

    private static List<String> ids(LedgerDatabase database, Look look, String reviewer) {
        return queue(database, look, reviewer).stream()
                .map(each -> each.entry().key().itemId())
                .toList();
    }

    private static List<ManifestRow> manifest(LedgerDatabase database) {
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        return rows;
    }

    private static void tell(LedgerDatabase database, List<? extends PipelineEvent> events) {
        new LedgerKeeper(new PostgresLedger(database))
                .keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }
}
