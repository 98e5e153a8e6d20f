package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterId;
import org.magicanime.contracts.CharacterVerdict;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.ItemEntry;
import org.magicanime.dataset.domain.ItemFilter;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.character.CharacterStatistics;
import org.postgresql.ds.PGSimpleDataSource;

/// The recorded film has 5 faces of two characters.
class CharactersInTheLedgerTest {
    private final PGSimpleDataSource source = LedgerServer.emptyDatabase();
    private final LedgerDatabase database = new LedgerDatabase(source);
    private final LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(database));
    private final List<PipelineEvent> run = CroppedRun.of(RecordedRun.events());

    /// Faces of the first and of the second character, in the order of the film.
    private final List<String> first = faces(true);

    private final List<String> second = faces(false);

    @Test
    void facesHaveTheirCharacterInTheManifestAndInLists() {
        tell(run);

        assertThat(characters().keySet()).hasSize(5).containsAll(first).containsAll(second);
        assertThat(characters()).containsEntry(first.getFirst(), CharacterId.of(first.getFirst()));
        assertThat(charactersOf(first)).containsOnly(CharacterId.of(first.getFirst()));
        assertThat(charactersOf(second)).containsOnly(CharacterId.of(second.getFirst()));
        assertThat(manifest()).filteredOn(row -> row.characterId() == null).hasSize(18);
        assertThat(manifest().getFirst().characterConfidence()).isBetween(0.9, 1.0);
        List<ItemEntry> found = of(CharacterId.of(second.getFirst()));
        assertThat(found).extracting(entry -> entry.key().itemId()).containsExactlyElementsOf(second);
        assertThat(found)
                .allSatisfy(entry -> assertThat(
                                Objects.requireNonNull(entry.character()).characterId())
                        .isEqualTo(CharacterId.of(second.getFirst())));
        assertThatIllegalArgumentException().isThrownBy(() -> of("nobody")).withMessageContaining("characterId");
    }

    @Test
    void aDecisionIsHeededAlsoBeforeTheFacesAreTold() {
        tell(List.of(decided(first.getLast(), second.getLast(), CharacterVerdict.SAME, 10)));
        tell(run);

        assertThat(charactersOf(second)).containsOnly(CharacterId.of(first.getFirst()));
    }

    @Test
    void theLaterDecisionStandsHoweverOftenTheEarlierIsHeard() {
        CharacterDecided same = decided(first.getLast(), second.getLast(), CharacterVerdict.SAME, 10);
        CharacterDecided open = decided(first.getLast(), second.getLast(), CharacterVerdict.OPEN, 20);
        CharacterDecided apart = decided(first.getFirst(), first.getLast(), CharacterVerdict.DIFFERENT, 30);
        tell(run);
        tell(List.of(same));
        assertThat(characters().values()).containsOnly(CharacterId.of(first.getFirst()));

        tell(List.of(open, apart));
        tell(List.of(same, same));

        assertThat(charactersOf(second)).containsOnly(CharacterId.of(second.getFirst()));
        assertThat(characters())
                .containsEntry(first.getFirst(), CharacterId.of(first.getFirst()))
                .doesNotContainEntry(first.getLast(), CharacterId.of(first.getFirst()));
    }

    @Test
    void statisticsCountCharactersAndTheirFaces() {
        tell(run);
        tell(CroppedRun.of(RecordedRun.eventsOfFilm(7)));

        CharacterStatistics unknown = new PostgresStatistics(database)
                .read().characters().stream()
                        .filter(each -> each.style().equals("unknown"))
                        .findFirst()
                        .orElseThrow();

        long most = Math.max(first.size(), second.size());
        assertThat(unknown).isEqualTo(new CharacterStatistics("unknown", 2, 4, 10, 2.0, 2.5, most));
    }

    @Test
    void anotherThresholdFindsOtherCharacters() {
        FilmCharacters characters = new FilmCharacters(database);
        tell(run);
        assertThat(characters().values()).contains(CharacterId.of(second.getFirst()));

        characters.setThreshold(20);
        assertThat(characters().values()).containsOnly(CharacterId.of(first.getFirst()));
        characters.setThreshold(20);
        assertThat(characters.refresh()).isZero();
    }

    @Test
    void severalWhoFindCharactersWhileFacesAreToldAgree() {
        List<CompletableFuture<Void>> work = new ArrayList<>();
        for (int film = 1; film <= 6; film++) {
            List<PipelineEvent> events = CroppedRun.of(RecordedRun.eventsOfFilm(film));
            work.add(CompletableFuture.runAsync(() -> events.forEach(each -> tell(List.of(each)))));
        }
        for (int reader = 0; reader < 2; reader++) {
            work.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 30; i++) {
                    new FilmCharacters(database).refresh();
                }
            }));
        }
        work.forEach(CompletableFuture::join);

        assertThat(manifest()).filteredOn(row -> row.characterId() != null).hasSize(30);
        assertThat(LedgerServer.rows(source, "select distinct character_id from face_character"))
                .hasSize(12);
    }

    private List<String> faces(boolean ofFirst) {
        return RecordedRun.events().stream()
                .filter(ClipPosed.class::isInstance)
                .flatMap(event -> ((ClipPosed) event).spans().stream())
                .filter(span -> CroppedRun.isFirst(span) == ofFirst)
                .map(span -> FaceId.of(span.spanId(), 0))
                .sorted()
                .toList();
    }

    private static CharacterDecided decided(String one, String two, CharacterVerdict verdict, long at) {
        return CharacterDecided.of(one, two, verdict, at);
    }

    private void tell(List<? extends PipelineEvent> events) {
        keeper.keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private List<ItemEntry> of(String character) {
        return new PostgresItems(database)
                .list(new ItemFilter(null, null, null, null, null, null, null, character), null, 10);
    }

    private List<ManifestRow> manifest() {
        List<ManifestRow> rows = new ArrayList<>();
        new PostgresManifest(database).read(rows::add);
        return rows;
    }

    private List<String> charactersOf(List<String> faces) {
        Map<String, String> characters = characters();
        return faces.stream()
                .map(face -> Objects.requireNonNull(characters.get(face)))
                .toList();
    }

    /// The character of each face.
    private Map<String, String> characters() {
        Map<String, String> characters = new TreeMap<>();
        manifest().forEach(row -> {
            if (row.characterId() != null) {
                characters.put(row.itemId(), row.characterId());
            }
        });
        return characters;
    }
}
