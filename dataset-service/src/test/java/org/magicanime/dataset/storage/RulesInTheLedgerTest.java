package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.review.AppliedRule;
import org.magicanime.dataset.domain.review.BulkDeciding;
import org.magicanime.dataset.domain.review.BulkDeciding.Progress;
import org.magicanime.dataset.domain.review.BulkRule;
import org.magicanime.dataset.domain.review.Look;
import org.magicanime.dataset.domain.review.OvertakenException;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.ReviewReader;
import org.magicanime.dataset.domain.review.Sample;
import org.magicanime.dataset.domain.review.ValueFilter;
import org.magicanime.stage.EventJson;

/// Rules decide about many items, on a real database.
class RulesInTheLedgerTest {
    private static final String ONE = "%016x".formatted(0xE01);
    private static final String OTHER = "%016x".formatted(0xE02);

    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final PostgresLedger ledger = new PostgresLedger(database);
    private final LedgerKeeper keeper = new LedgerKeeper(ledger);
    private final PostgresReviews reviews = new PostgresReviews(database);
    private final List<PipelineEvent> told = new ArrayList<>();
    private final BulkDeciding deciding =
            new BulkDeciding(reviews, ledger, told::add, () -> Instant.ofEpochMilli(1_795_000_000_000L));

    private RulesInTheLedgerTest() {
        for (int film : List.of(0xE01, 0xE02)) {
            keep(ExtractedRun.of(CroppedRun.of(RecordedRun.eventsOfFilm(film))));
        }
    }

    @Test
    void aRuleDecidesAboutItsItemsAndIsTakenBackAsOne() {
        List<String> before = manifest();
        List<String> faces = facesOf(before, ONE);
        BulkRule rule = rule(ONE, new ValueFilter("face.turn", false, 0.29), "from the side");
        assertThat(reviews.count(rule.filter())).isEqualTo(faces.size()).isGreaterThan(1);
        assertThat(reviews.some(rule.filter(), 1)).hasSize(1);

        Progress done = deciding.apply(rule, faces.size());

        assertThat(done).isEqualTo(new Progress(rule.id(), faces.size(), 0));
        assertThat(facesOf(manifest(), ONE)).isEmpty();
        assertThat(facesOf(manifest(), OTHER)).isEqualTo(facesOf(before, OTHER));
        assertThat(decided()).extracting(ReviewDecided::itemId).containsExactlyInAnyOrderElementsOf(faces);
        assertThat(decided()).allSatisfy(each -> {
            assertThat(each.rule()).isEqualTo(rule.id());
            assertThat(each.reason()).isEqualTo("rule: face.turn above 0.29, film " + ONE + ", from the side");
            assertThat(each.seen()).isNotEmpty();
        });
        assertThat(reviews.rules(10))
                .containsExactly(new AppliedRule(
                        rule.id(),
                        "ann",
                        DataSubset.FACE_REENACTMENT,
                        "rejected",
                        "rule: face.turn above 0.29, film " + ONE + ", from the side",
                        1_795_000_000_000L,
                        faces.size(),
                        faces.size()));

        Progress undone = deciding.undo(rule.id(), "ann");

        assertThat(undone).isEqualTo(new Progress(rule.id(), faces.size(), 0));
        assertThat(manifest()).isEqualTo(before);
        assertThat(reviews.count(rule.filter())).isEqualTo(faces.size());
        assertThat(reviews.rules(10)).extracting(AppliedRule::standing).containsExactly(0L);
        assertThatThrownBy(() -> deciding.undo(rule.id(), "ann"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("is left to be taken back");
    }

    @Test
    void valuesOnTheOtherSideAndWhatIsNotMeasuredAreNotItsItems() {
        assertThat(count(new ValueFilter("face.turn", true, 0.3))).isZero();
        assertThat(count(new ValueFilter("face.turn", false, 0.3))).isZero();
        assertThat(count(new ValueFilter("face.turn", true, 0.31)))
                .isEqualTo(facesOf(manifest(), ONE).size());
        assertThat(count(new ValueFilter("face.none", true, 1e9))).isZero();
    }

    @Test
    void undecidedSpeechIsMeasuredByTheTestThatItMissed() {
        QueueFilter filter = new QueueFilter(
                DataSubset.AUDIO_DRIVEN,
                ONE,
                null,
                null,
                new ValueFilter("sync.score", true, 1.6),
                Look.FIRST,
                Sample.USUAL,
                "ann");

        assertThat(reviews.count(filter)).isPositive();
        assertThat(reviews.some(filter, 100))
                .allSatisfy(
                        each -> assertThat(each.entry().outcome().toString()).isEqualTo("undecided"));
    }

    @Test
    void whatPeopleDecidedThemselvesStaysAlsoWhenTheRuleIsTakenBack() {
        List<String> faces = facesOf(manifest(), ONE);
        String mine = faces.getFirst();
        decide(mine, ReviewDecision.ACCEPTED, "bob", 5);
        BulkRule rule = rule(ONE, null, null);
        deciding.apply(rule, faces.size() - 1);
        assertThat(facesOf(manifest(), ONE)).containsExactly(mine);

        String later = faces.getLast();
        decide(later, ReviewDecision.ACCEPTED, "ann", 1_795_000_000_009L);
        assertThat(facesOf(manifest(), ONE)).containsExactlyInAnyOrder(mine, later);

        assertThat(deciding.undo(rule.id(), "ann").decided()).isEqualTo(faces.size() - 2);
        assertThat(reviews.history(Subset.FACE_REENACTMENT, later)).hasSize(2);
        assertThat(reviews.history(Subset.FACE_REENACTMENT, mine)).hasSize(1);
    }

    @Test
    void nothingIsDecidedIfItWouldBeAboutMoreItemsThanWereTold() {
        BulkRule rule = rule(ONE, null, null);
        int faces = facesOf(manifest(), ONE).size();

        assertThatThrownBy(() -> deciding.apply(rule, faces - 1))
                .isInstanceOf(OvertakenException.class)
                .hasMessageContaining("about " + faces + " items now, and not about " + (faces - 1));
        assertThat(told).isEmpty();
    }

    @Test
    void anotherPersonsRuleIsNotTakenBack() {
        BulkRule rule = rule(ONE, null, null);
        deciding.apply(rule, facesOf(manifest(), ONE).size());

        assertThatThrownBy(() -> deciding.undo(rule.id(), "bob"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("bob");
        assertThat(facesOf(manifest(), ONE)).isEmpty();
    }

    @Test
    void whatARuleDecidedWasNotLookedAtAndIsStillInTheSample() {
        QueueFilter sample = new QueueFilter(
                DataSubset.FACE_REENACTMENT, ONE, null, null, null, Look.SAMPLE, new Sample(100, 1), "ann");
        List<String> faces = facesOf(manifest(), ONE);
        deciding.apply(rule(ONE, null, null), faces.size());

        assertThat(reviews.estimate(sample).decided()).isZero();
        assertThat(reviews.queue(sample, 0, 100)).hasSize(faces.size());

        decide(faces.getFirst(), ReviewDecision.REJECTED, "ann", 1_795_000_000_009L);

        assertThat(reviews.estimate(sample).decided()).isEqualTo(1);
        assertThat(reviews.estimate(sample).wrong()).isEqualTo(1);
        assertThat(reviews.queue(sample, 0, 100)).hasSize(faces.size() - 1);
    }

    @Test
    void whoDecidesWhileARuleIsAppliedOrTakenBackIsNotOverruled() {
        List<String> faces = facesOf(manifest(), ONE);
        String mine = faces.getFirst();
        BulkRule rule = rule(ONE, null, null);

        Progress done = interrupted(() -> decide(mine, ReviewDecision.ACCEPTED, "ann", 5))
                .apply(rule, faces.size());

        assertThat(done).isEqualTo(new Progress(rule.id(), faces.size() - 1, 0));
        assertThat(facesOf(manifest(), ONE)).containsExactly(mine);

        String other = faces.getLast();
        Progress undone = interrupted(() -> decide(other, ReviewDecision.REJECTED, "ann", 1_795_000_000_009L))
                .undo(rule.id(), "ann");

        assertThat(undone).isEqualTo(new Progress(rule.id(), faces.size() - 2, 0));
        assertThat(facesOf(manifest(), ONE)).doesNotContain(other).hasSize(faces.size() - 1);
    }

    /// Something happens after the items were read and before their histories are.
    private BulkDeciding interrupted(Runnable happens) {
        ReviewReader slow = (ReviewReader) Proxy.newProxyInstance(
                ReviewReader.class.getClassLoader(), new Class<?>[] {ReviewReader.class}, (proxy, method, values) -> {
                    if (method.getName().equals("histories")) {
                        happens.run();
                    }
                    return method.invoke(reviews, values);
                });
        return new BulkDeciding(slow, ledger, told::add, () -> Instant.ofEpochMilli(1_795_000_000_000L));
    }

    @Test
    void anItemThatWasMadeInTwoWaysIsOneItem() {
        List<String> faces = facesOf(manifest(), ONE);
        keep(CroppedRun.of(RecordedRun.eventsOfFilm(0xE01)).stream()
                .filter(FacesCropped.class::isInstance)
                .map(RulesInTheLedgerTest::otherwise)
                .toList());
        BulkRule rule = rule(ONE, null, null);
        assertThat(manifest()).hasSizeGreaterThan(faces.size());
        assertThat(reviews.queue(rule.filter(), 0, 100)).hasSize(2 * faces.size());

        assertThat(reviews.count(rule.filter())).isEqualTo(faces.size());
        assertThat(reviews.some(rule.filter(), faces.size())).hasSize(faces.size());
        assertThat(deciding.apply(rule, faces.size())).isEqualTo(new Progress(rule.id(), faces.size(), 0));
        assertThat(facesOf(manifest(), ONE)).isEmpty();
    }

    private static FacesCropped otherwise(PipelineEvent event) {
        String json = new String(EventJson.write(event), UTF_8);
        return EventJson.readEvent(
                json.replace(CroppedRun.PARAMS_HASH, "00000000000000aa").getBytes(UTF_8), FacesCropped.class);
    }

    @Test
    void aReasonThatADatabaseCannotReadHidesNoRule() {
        String face = facesOf(manifest(), ONE).getFirst();
        keep(List.of(new ReviewDecided(
                ONE,
                Subset.FACE_REENACTMENT,
                face,
                CroppedRun.PARAMS_HASH,
                ReviewDecision.REJECTED,
                "a\u0000b",
                null,
                List.of(),
                "ann",
                5,
                null,
                null,
                "0123456789abcdef",
                null)));

        assertThat(reviews.rules(10)).extracting(AppliedRule::reason).containsExactly("a\u0000b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(ONE, null, "a\u0000b"))
                .withMessageContaining("cannot be read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(ONE, null, "\ud83d"))
                .withMessageContaining("cannot be read");
    }

    @Test
    void aRuleSaysWhatItIsAbout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(null, null, null))
                .withMessageContaining("say a film, a style, a title or a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BulkRule(QueueFilter.ALL, ReviewDecision.REJECTED, null))
                .withMessageContaining("one subset");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BulkRule(rule(ONE, null, null).filter(), ReviewDecision.OPEN, null))
                .withMessageContaining("accepts or rejects");
        assertThat(rule(ONE, null, "a reason").id())
                .isEqualTo(rule(ONE, null, null).id());
        assertThat(rule(OTHER, null, null).id())
                .isNotEqualTo(rule(ONE, null, null).id());
    }

    private long count(ValueFilter value) {
        return reviews.count(rule(ONE, value, null).filter());
    }

    private static BulkRule rule(@Nullable String film, @Nullable ValueFilter value, @Nullable String why) {
        return new BulkRule(
                new QueueFilter(DataSubset.FACE_REENACTMENT, film, null, null, value, Look.FIRST, Sample.USUAL, "ann"),
                ReviewDecision.REJECTED,
                why);
    }

    private void decide(String face, ReviewDecision decision, String reviewer, long at) {
        keep(List.of(new ReviewDecided(
                Subset.FACE_REENACTMENT.videoIdOf(face),
                Subset.FACE_REENACTMENT,
                face,
                CroppedRun.PARAMS_HASH,
                decision,
                null,
                null,
                List.of(),
                reviewer,
                at)));
    }

    private void keep(List<? extends PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private List<ReviewDecided> decided() {
        return told.stream().map(ReviewDecided.class::cast).toList();
    }

    private static List<String> facesOf(List<String> manifest, String film) {
        return faces(manifest)
                .filter(each -> Subset.FACE_REENACTMENT.videoIdOf(each).equals(film))
                .toList();
    }

    private static Stream<String> faces(List<String> manifest) {
        return manifest.stream()
                .filter(each -> each.startsWith("face-reenactment "))
                .map(each -> each.substring("face-reenactment ".length()));
    }

    private List<String> manifest() {
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        return rows.stream().map(row -> row.subset() + " " + row.itemId()).toList();
    }
}
