package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Amount;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.Accounting.OpenAccount;
import org.magicanime.dataset.domain.Accounting.StageFunnel;
import org.magicanime.dataset.domain.FilmDetails;
import org.magicanime.dataset.domain.FilmProgress;
import org.magicanime.dataset.domain.Heard.GivenUp;
import org.magicanime.dataset.domain.Heard.Told;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.domain.LedgerKeeper;

/// The recorded film has 672 frames: 646 in clips and 26 left out; of the 646, 401 in spans and 245 left out.
class AccountingTest {
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final List<PipelineEvent> run = RecordedRun.events();
    private final VideoIngested film = (VideoIngested) run.getFirst();

    @Test
    void anEmptyLedgerCloses() {
        assertThat(accounts().closes()).isTrue();
        assertThat(accounts().films()).isEqualTo(new Films(0, 0, 0, 0, 0));
    }

    @Test
    void everyFrameOfARunIsAccountedFor() {
        tell(run);

        Accounting accounts = accounts();

        assertThat(accounts.films()).isEqualTo(new Films(1, 1, 0, 0, 0));
        assertThat(accounts.closes()).isTrue();
        StageFunnel segment = stage(accounts.stages(), "segment");
        assertThat(segment.kept()).isEqualTo(new Amount(8, 646));
        assertThat(droppedFrames(segment)).isEqualTo(26);
        StageFunnel keypoint = stage(accounts.stages(), "keypoint");
        assertThat(keypoint.kept()).isEqualTo(new Amount(5, 401));
        assertThat(droppedFrames(keypoint)).isEqualTo(245);
        assertThat(keypoint.dropped()).allSatisfy(dropped -> {
            assertThat(dropped.threshold()).isNotNull();
            assertThat(dropped.leastMeasured()).isNotNull();
        });
        assertThat(accounts.styles().get("unknown")).isEqualTo(accounts.stages());
        PostgresAccounting reader = new PostgresAccounting(database, LastStage.KEYPOINT);
        assertThat(reader.films(null, null, 10))
                .singleElement()
                .satisfies(each -> assertThat(each.frames()).isEqualTo(672));
        FilmDetails details = reader.film(film.videoId()).orElseThrow();
        assertThat(details.film().state()).isEqualTo("done");
        assertThat(details.open()).isEmpty();
        assertThat(details.stages()).isEqualTo(accounts.stages());
    }

    @Test
    void aFilmTakesFromItsIngestToWhatCompletesItAndNoLonger() {
        Instant ingested = Instant.now().minusSeconds(500);
        PostgresAccounting reader = new PostgresAccounting(database, LastStage.KEYPOINT);
        List<PipelineEvent> others = without(VideoIngested.class::isInstance);
        told(film, ingested);
        assertThat(reader.progress().oldestSeconds()).isCloseTo(500, within(30.0));
        assertThat(reader.progress().medianSeconds()).isNull();

        for (int i = 0; i < others.size(); i++) {
            told(others.get(i), ingested.plusSeconds(100 + i));
        }

        FilmProgress done = reader.progress();
        double last = 100 + others.size() - 1;
        assertThat(done).isEqualTo(new FilmProgress(new Films(1, 1, 0, 0, 0), null, 1, last, last));
        // Told once more, as after a crash or by a second run.
        told(film, Instant.now());
        told(others.getLast(), Instant.now());
        assertThat(reader.progress()).isEqualTo(done);
    }

    private void told(PipelineEvent event, Instant at) {
        Told heard = (Told) RecordedRun.told(event);
        keeper.keep(List.of(new Told(heard.event(), heard.digest(), at)));
    }

    @Test
    void aClipThatIsMissingIsFrames() {
        ClipCut missing = any(ClipCut.class);
        tell(without(missing::equals));

        assertThat(accounts().closes()).isFalse();
        assertThat(accounts().open())
                .containsExactly(new OpenAccount(
                        film.videoId(),
                        film.videoId(),
                        "segment",
                        missing.paramsHash(),
                        672,
                        646 - missing.span().frames(),
                        26));
        assertThat(accounts().films()).isEqualTo(new Films(1, 0, 0, 0, 1));
    }

    @Test
    void aRejectionThatIsMissingAtASpanIsSeenInItsClip() {
        ItemRejected missing = run.stream()
                .filter(event ->
                        event instanceof ItemRejected each && each.stage().equals("keypoint"))
                .map(ItemRejected.class::cast)
                .findFirst()
                .orElseThrow();
        FrameSpan frames = span(missing);
        ClipPosed clip = run.stream()
                .filter(event -> event instanceof ClipPosed each
                        && each.span().first() <= frames.first()
                        && frames.end() <= each.span().end())
                .map(ClipPosed.class::cast)
                .findFirst()
                .orElseThrow();
        tell(without(missing::equals));

        assertThat(accounts().open()).singleElement().satisfies(open -> {
            assertThat(open.itemId()).isEqualTo(clip.clipId());
            assertThat(open.stage()).isEqualTo("keypoint");
            assertThat(open.frames() - open.kept() - open.rejected()).isEqualTo(frames.frames());
        });
        assertThat(accounts().films().inFlight()).isEqualTo(1);
    }

    @Test
    void framesThatAreTwiceDoNotMakeUpForFramesThatAreNowhere() {
        ItemRejected fade = run.stream()
                .filter(event ->
                        event instanceof ItemRejected each && each.code().equals("fade"))
                .map(ItemRejected.class::cast)
                .findFirst()
                .orElseThrow();
        tell(without(fade::equals));
        FrameSpan elsewhere = new FrameSpan(300, 300 + span(fade).frames());
        tell(List.of(new ItemRejected(
                org.magicanime.contracts.ClipId.of(film.videoId(), elsewhere),
                "segment",
                "fade",
                "other frames",
                film.videoId(),
                elsewhere,
                null,
                fade.measured(),
                fade.threshold(),
                null,
                null,
                fade.paramsHash(),
                fade.parameters())));

        assertThat(accounts().open()).singleElement().satisfies(open -> {
            assertThat(open.kept() + open.rejected()).isEqualTo(open.frames());
            assertThat(open.itemId()).isEqualTo(film.videoId());
        });
    }

    @Test
    void whatWasToldWithTwoContentsIsNamed() {
        tell(run);
        tell(List.of(new VideoSegmented(
                film.videoId(),
                672,
                646,
                7,
                3,
                any(VideoSegmented.class).paramsHash(),
                Map.of(),
                any(VideoSegmented.class).segments())));

        assertThat(accounts().closes()).isFalse();
        assertThat(accounts().contradictions()).containsExactly(film.videoId());
    }

    @Test
    void aFilmIsInFlightUntilItsClipsWereSearchedUnlessPosesAreNotWanted() {
        tell(without(event -> event instanceof ClipPosed));

        assertThat(accounts().films()).isEqualTo(new Films(1, 0, 0, 0, 1));
        assertThat(accounts(LastStage.SEGMENT).films()).isEqualTo(new Films(1, 1, 0, 0, 0));
    }

    @Test
    void everythingThatWasDroppedEndsInOneState() {
        tell(run);
        tell(RecordedRun.eventsOfFilm(2).subList(0, 1));
        List<PipelineEvent> unreadable = RecordedRun.eventsOfFilm(3).subList(0, 1);
        tell(unreadable);
        VideoIngested broken = (VideoIngested) unreadable.getFirst();
        ObjectOrigin text = new ObjectOrigin("ingest", "japan/notes.txt", "etag");
        tell(List.of(
                rejected(broken.videoId(), broken.videoId(), "segment", broken.origin()),
                rejected(ObjectId.of(text), null, "ingest", text)));
        tell(RecordedRun.eventsOfFilm(4).subList(0, 1));
        keeper.keep(List.of(
                new GivenUp("object.created.v1.ingest.dlq", 0, 0, "ingest", "ingest/japan/crash.mp4", "crash"),
                new GivenUp("object.created.v1.ingest.dlq", 0, 1, "ingest", "ingest/japan/crash.mp4", "again"),
                new GivenUp("video.ingested.v1.segment.dlq", 0, 0, "segment", "%016x".formatted(4), "crash")));

        assertThat(accounts().films()).isEqualTo(new Films(6, 1, 2, 2, 1));
    }

    @Test
    void whatWasGivenUpIsForgottenWhenItWasPutBackWithSuccess() {
        ClipPosed late = any(ClipPosed.class);
        tell(without(late::equals));
        keeper.keep(List.of(
                new GivenUp("clip.cut.v1.keypoint.dlq", 0, 0, "keypoint", late.clipId(), "crash"),
                new GivenUp(
                        "object.created.v1.ingest.dlq",
                        0,
                        0,
                        "ingest",
                        "ingest/" + film.origin().key(),
                        "x")));
        assertThat(accounts().films()).isEqualTo(new Films(1, 0, 0, 1, 0));

        tell(List.of(late));

        assertThat(accounts().films()).isEqualTo(new Films(1, 1, 0, 0, 0));
    }

    private static ItemRejected rejected(
            String itemId, @org.jspecify.annotations.Nullable String videoId, String stage, ObjectOrigin origin) {
        return new ItemRejected(
                itemId, stage, "not-a-video", "no film", videoId, null, origin, null, null, null, null, null, Map.of());
    }

    private static FrameSpan span(ItemRejected rejected) {
        return java.util.Objects.requireNonNull(rejected.span());
    }

    private static long droppedFrames(StageFunnel funnel) {
        return funnel.dropped().stream().mapToLong(Accounting.Dropped::frames).sum();
    }

    private static StageFunnel stage(List<StageFunnel> funnels, String stage) {
        return funnels.stream()
                .filter(each -> each.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private <E extends PipelineEvent> E any(Class<E> type) {
        return run.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private List<PipelineEvent> without(Predicate<PipelineEvent> left) {
        return run.stream().filter(left.negate()).toList();
    }

    private void tell(List<? extends PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private Accounting accounts() {
        return accounts(LastStage.KEYPOINT);
    }

    private Accounting accounts(LastStage lastStage) {
        return new PostgresAccounting(database, lastStage).read();
    }
}
