package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Amount;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.Accounting.StageFunnel;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.Statistics.Subset;

/// Of the recorded film the first clip with faces is undecided, and those of the others are kept with
/// their speech.
class SpeechInTheLedgerTest {
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final List<PipelineEvent> run = ExtractedRun.of(CroppedRun.of(RecordedRun.events()));
    private final List<SpeechClip> kept =
            extracted().flatMap(clip -> clip.speech().stream()).toList();

    @Test
    void everyFaceClipIsAccountedForAndWhatIsUndecidedIsNotKept() {
        tell(run);

        Accounting accounts = accounts(LastStage.AUDIO);

        assertThat(accounts.closes()).isTrue();
        assertThat(accounts.films()).isEqualTo(new Films(1, 1, 0, 0, 0));
        StageFunnel speech = accounts.stages().getLast();
        assertThat(speech.stage()).isEqualTo("audio");
        assertThat(kept).isNotEmpty();
        assertThat(speech.kept())
                .isEqualTo(new Amount(
                        kept.size(),
                        kept.stream()
                                .mapToLong(each -> each.face().span().frames())
                                .sum()));
        assertThat(speech.dropped())
                .singleElement()
                .satisfies(dropped -> assertThat(dropped.code()).isEqualTo("undecided"));
    }

    @Test
    void aFilmIsInFlightUntilItsSoundWasJudgedUnlessThatIsNotWanted() {
        SpeechExtracted late =
                extracted().filter(clip -> !clip.speech().isEmpty()).findFirst().orElseThrow();
        tell(run.stream().filter(event -> !event.equals(late)).toList());

        assertThat(accounts(LastStage.AUDIO).films()).isEqualTo(new Films(1, 0, 0, 0, 1));
        assertThat(accounts(LastStage.FACE_CROP).films()).isEqualTo(new Films(1, 1, 0, 0, 0));

        tell(List.of(late));

        assertThat(accounts(LastStage.AUDIO).films()).isEqualTo(new Films(1, 1, 0, 0, 0));
    }

    @Test
    void aRejectionThatIsMissingOpensTheAccountOfItsClip() {
        ItemRejected missing = run.stream()
                .filter(event ->
                        event instanceof ItemRejected each && each.stage().equals("audio"))
                .map(ItemRejected.class::cast)
                .findFirst()
                .orElseThrow();
        tell(run.stream().filter(event -> !event.equals(missing)).toList());

        assertThat(accounts(LastStage.AUDIO).open())
                .singleElement()
                .satisfies(open -> assertThat(open.stage()).isEqualTo("audio"));
    }

    @Test
    void speechHasItsFilesItsTestsAndItsLineage() {
        tell(run);
        SpeechClip speech = kept.getFirst();

        ItemDetails details = new PostgresItems(database)
                .find(new LedgerKey("audio", ItemKind.SPEECH, speech.face().faceId(), ExtractedRun.PARAMS_HASH))
                .orElseThrow();

        assertThat(details.files())
                .containsOnlyKeys("background", "clip", "crop", "face", "landmarks", "quality", "speech", "sync");
        assertThat(details.measures()).isEqualTo(speech.measures());
        assertThat(details.madeFrom())
                .extracting(each -> each.key().kind())
                .containsExactly(ItemKind.FILM, ItemKind.CLIP, ItemKind.SPAN, ItemKind.FACE);
    }

    @Test
    void theManifestHasARowForEachSpeechThatWasKept() {
        tell(run);
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);

        List<ManifestRow> speech =
                rows.stream().filter(row -> row.subset().equals("audio-driven")).toList();
        assertThat(speech)
                .extracting(ManifestRow::itemId)
                .containsExactlyInAnyOrderElementsOf(
                        kept.stream().map(each -> each.face().faceId()).toList());
        assertThat(rows.subList(0, speech.size())).isEqualTo(speech);
        assertThat(speech.getFirst().stages())
                .extracting(stage -> stage.stage())
                .containsExactly("segment", "keypoint", "face-crop", "audio");
    }

    @Test
    void statisticsCountSpeech() {
        tell(run);

        Subset speech = new PostgresStatistics(database)
                .read().subsets().stream()
                        .filter(each -> each.subset().equals("audio-driven")
                                && each.style().equals("unknown"))
                        .findFirst()
                        .orElseThrow();

        assertThat(speech.items()).isEqualTo(kept.size());
    }

    private Stream<SpeechExtracted> extracted() {
        return run.stream().filter(SpeechExtracted.class::isInstance).map(SpeechExtracted.class::cast);
    }

    private void tell(List<? extends PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private Accounting accounts(LastStage until) {
        return new PostgresAccounting(database, until).read();
    }
}
