package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Amount;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.Accounting.OpenAccount;
import org.magicanime.dataset.domain.Accounting.StageFunnel;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.ItemDetails;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemFilter;
import org.magicanime.dataset.domain.ItemKind;
import org.magicanime.dataset.domain.LastStage;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.Statistics.Subset;

/// The recorded film has 401 frames in 5 pose spans; of each span, ten frames are left out and the rest is a face clip.
class FacesInTheLedgerTest {
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final List<PipelineEvent> run = CroppedRun.of(RecordedRun.events());

    @Test
    void everyFrameOfEverySpanIsAccountedFor() {
        tell(run);

        Accounting accounts = accounts();

        assertThat(accounts.closes()).isTrue();
        assertThat(accounts.films()).isEqualTo(new Films(1, 1, 0, 0, 0));
        StageFunnel faces = accounts.stages().getLast();
        assertThat(faces.stage()).isEqualTo("face-crop");
        assertThat(faces.kept()).isEqualTo(new Amount(5, 351));
        assertThat(faces.dropped()).singleElement().satisfies(dropped -> {
            assertThat(dropped.code()).isEqualTo("side-profile");
            assertThat(dropped.frames()).isEqualTo(50);
        });
    }

    @Test
    void aFilmIsInFlightUntilItsSpansWereSearchedUnlessFacesAreNotWanted() {
        FacesCropped late = withFaces();
        tell(without(late));

        assertThat(accounts().films()).isEqualTo(new Films(1, 0, 0, 0, 1));
        assertThat(new PostgresAccounting(database, LastStage.KEYPOINT).read().films())
                .isEqualTo(new Films(1, 1, 0, 0, 0));

        tell(List.of(late));

        assertThat(accounts().films()).isEqualTo(new Films(1, 1, 0, 0, 0));
    }

    @Test
    void aRejectionThatIsMissingOpensTheAccountOfItsClip() {
        FacesCropped clip = withFaces();
        ItemRejected missing = run.stream()
                .filter(event -> event instanceof ItemRejected each
                        && each.stage().equals("face-crop")
                        && clip.searched().getFirst().first()
                                == java.util.Objects.requireNonNull(each.span()).first())
                .map(ItemRejected.class::cast)
                .findFirst()
                .orElseThrow();
        tell(without(missing));

        assertThat(accounts().closes()).isFalse();
        assertThat(accounts().open())
                .containsExactly(new OpenAccount(
                        clip.videoId(),
                        clip.clipId(),
                        "face-crop",
                        CroppedRun.PARAMS_HASH,
                        clip.framesSearched(),
                        clip.framesKept(),
                        clip.framesSearched() - clip.framesKept() - CroppedRun.LEFT_OUT));
        assertThat(accounts().films()).isEqualTo(new Films(1, 0, 0, 0, 1));
    }

    @Test
    void aFaceHasItsFilesItsTestsAndItsLineage() {
        tell(run);
        FacesCropped clip = withFaces();
        FaceClip face = clip.faces().getFirst();

        ItemDetails details = new PostgresItems(database)
                .find(new LedgerKey("face-crop", ItemKind.FACE, face.faceId(), CroppedRun.PARAMS_HASH))
                .orElseThrow();

        assertThat(details.files())
                .containsOnlyKeys("clip", "crop", "first-frame", "landmarks", "mouth", "overlay", "quality");
        assertThat(details.measures()).isEqualTo(face.measures());
        assertThat(details.parameters()).isEqualTo(CroppedRun.PARAMETERS);
        assertThat(details.madeFrom())
                .extracting(each -> each.key().kind())
                .containsExactly(ItemKind.FILM, ItemKind.CLIP, ItemKind.SPAN);
        List<ItemEntry> faces = new PostgresItems(database)
                .list(new ItemFilter(null, null, DataSubset.FACE_REENACTMENT, null, null, null, null, null), null, 10);
        assertThat(faces).hasSize(5);
    }

    @Test
    void theManifestHasARowForEachFaceWithItsStages() {
        tell(run);
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);

        assertThat(rows).hasSize(18 + 5);
        ManifestRow row = rows.getFirst();
        assertThat(row.subset()).isEqualTo("face-reenactment");
        assertThat(row.width()).isEqualTo(512);
        assertThat(row.stages()).extracting(stage -> stage.stage()).containsExactly("segment", "keypoint", "face-crop");
        assertThat(row.stages().getLast().parameters()).isEqualTo(CroppedRun.PARAMETERS);
    }

    @Test
    void statisticsCountFaces() {
        tell(run);

        Subset faces = new PostgresStatistics(database)
                .read().subsets().stream()
                        .filter(each -> each.subset().equals("face-reenactment")
                                && each.style().equals("unknown"))
                        .findFirst()
                        .orElseThrow();

        assertThat(faces.items()).isEqualTo(5);
        assertThat(faces.frameRates()).containsEntry("24.000", 5L);
    }

    /// Of the same clip, told with one face less: one of the two tellings stands, with its own faces only.
    @Test
    void onlyTheFacesOfTheTellingThatStandsCount() {
        tell(run);
        FacesCropped clip = withFaces();
        tell(List.of(new FacesCropped(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.poseParamsHash(),
                clip.paramsHash(),
                clip.parameters(),
                clip.searched(),
                List.of(),
                clip.rejections(),
                clip.document())));

        assertThat(accounts().contradictions()).contains(clip.clipId());
        long kept = accounts().stages().getLast().kept().items();
        assertThat(kept).isIn(5L, 5L - clip.faces().size());
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        assertThat(rows)
                .filteredOn(row -> row.subset().equals("face-reenactment"))
                .hasSize((int) kept);
    }

    private FacesCropped withFaces() {
        return run.stream()
                .filter(event ->
                        event instanceof FacesCropped each && !each.faces().isEmpty())
                .map(FacesCropped.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<PipelineEvent> without(PipelineEvent left) {
        return run.stream().filter(event -> !event.equals(left)).toList();
    }

    private void tell(List<? extends PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private Accounting accounts() {
        return new PostgresAccounting(database, LastStage.FACE_CROP).read();
    }
}
