package org.magicanime.dataset.domain.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.ItemMarks;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.benchmark.Selection.Chosen;
import org.magicanime.dataset.domain.benchmark.Selection.Stratum;

class BenchmarkSelectionTest {
    private static final BenchmarkRules RULES = new BenchmarkRules(100, 300, 400, 1);

    private static Candidate candidate(BenchmarkKind kind, Style style, String title, int number, double hardness) {
        String film = "%016x".formatted(style.ordinal() * 100_000L + number / 4);
        FrameSpan span = new FrameSpan(number % 4 * 100L, number % 4 * 100L + 50);
        String id = film + "-%06d-%06d".formatted(span.first(), span.end());
        boolean face = kind == BenchmarkKind.FACE;
        ManifestRow row = new ManifestRow(
                face ? "face-reenactment" : "pose-driven",
                face ? id + "-f0" : id,
                film,
                id,
                style.toString(),
                title,
                null,
                null,
                span,
                span.frames(),
                24.0,
                new Rational(24, 1),
                640,
                360,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of());
        return new Candidate(
                row,
                kind,
                new FrameSpan(number % 4 / 2 * 200L, number % 4 / 2 * 200L + 200),
                face
                        ? Map.of(Candidates.ANTHROPOMORPHISM, 1 - hardness)
                        : Map.of(Candidates.MOTION, hardness, Candidates.COMPLEXITY, hardness),
                ItemMarks.NONE);
    }

    /// Two candidates a shot, in three styles.
    private static List<Candidate> plenty() {
        List<Candidate> all = new ArrayList<>();
        Random random = new Random(5);
        for (BenchmarkKind kind : BenchmarkKind.values()) {
            for (Style style : List.of(Style.AMERICAN, Style.CHINA, Style.JAPAN)) {
                for (int number = 0; number < 2000; number++) {
                    all.add(candidate(kind, style, "title " + number % 7, number, random.nextDouble()));
                }
            }
        }
        return all;
    }

    @Test
    void quotasOfStylesAreThePapersAndThirdsOfDifficultyAreFilled() {
        Selection selection = BenchmarkSelection.of(plenty(), RULES);

        assertThat(selection.shortfalls()).isEmpty();
        assertThat(count(selection, BenchmarkKind.FACE))
                .isEqualTo(Map.of(Style.AMERICAN, 28L, Style.CHINA, 13L, Style.JAPAN, 59L));
        assertThat(count(selection, BenchmarkKind.MOTION))
                .isEqualTo(Map.of(Style.AMERICAN, 100L, Style.CHINA, 50L, Style.JAPAN, 150L));
        Map<Difficulty, Long> thirds = selection.cases().stream()
                .filter(each -> each.candidate().kind() == BenchmarkKind.MOTION
                        && each.candidate().style() == Style.JAPAN)
                .collect(Collectors.groupingBy(Chosen::difficulty, Collectors.counting()));
        assertThat(thirds).isEqualTo(Map.of(Difficulty.EASY, 50L, Difficulty.MEDIUM, 50L, Difficulty.HARD, 50L));
    }

    private static Map<Style, Long> count(Selection selection, BenchmarkKind kind) {
        return selection.cases().stream()
                .map(Chosen::candidate)
                .filter(each -> each.kind() == kind)
                .collect(Collectors.groupingBy(Candidate::style, Collectors.counting()));
    }

    @Test
    void noTwoCasesOfAKindAreFromOneShot() {
        Map<String, Long> shots = BenchmarkSelection.of(plenty(), RULES).cases().stream()
                .map(Chosen::candidate)
                .collect(Collectors.groupingBy(each -> each.kind() + "/" + each.shotId(), Collectors.counting()));

        assertThat(shots).hasSize(400);
        assertThat(shots.values()).containsOnly(1L);
    }

    @Test
    void noTitleHasMoreThanItMayHave() {
        Selection selection = BenchmarkSelection.of(plenty(), new BenchmarkRules(100, 300, 12, 1));

        Map<String, Long> titles = selection.cases().stream()
                .map(Chosen::candidate)
                .collect(Collectors.groupingBy(
                        each -> each.kind() + "/" + each.row().title(), Collectors.counting()));
        assertThat(titles.values()).allMatch(cases -> cases <= 12);
        assertThat(selection.shortfalls()).isNotEmpty();
    }

    @Test
    void theSameCandidatesInAnyOrderGiveTheSameCasesAndAnotherSeedOthers() {
        List<Candidate> candidates = plenty();
        Selection first = BenchmarkSelection.of(candidates, RULES);
        Collections.shuffle(candidates, new Random(9));

        assertThat(BenchmarkSelection.of(candidates, RULES)).isEqualTo(first);
        assertThat(BenchmarkSelection.of(candidates, new BenchmarkRules(100, 300, 400, 2)))
                .isNotEqualTo(first);
    }

    @Test
    void tooFewCandidatesAreSaidForEachStratumAndNotFilledFromOthers() {
        List<Candidate> few = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            few.add(candidate(BenchmarkKind.FACE, Style.JAPAN, "one", number * 2, number / 6.0));
        }
        Selection selection = BenchmarkSelection.of(few, new BenchmarkRules(10, 0, 100, 1));

        // Of 10: 3 American, 1 Chinese, 6 Japanese.
        assertThat(selection.cases()).hasSize(6);
        assertThat(selection.shortfalls())
                .isEqualTo(Map.of(
                        "face/american/easy", 1,
                        "face/american/medium", 1,
                        "face/american/hard", 1,
                        "face/china/medium", 1));
    }

    @Test
    void whatAPersonExcludedIsReplacedByTheNextOfItsStratum() {
        List<Candidate> candidates = plenty();
        Selection before = BenchmarkSelection.of(candidates, RULES);
        Chosen out = before.cases().getFirst();

        Selection after = BenchmarkSelection.of(said(candidates, out.candidate(), null, "excluded"), RULES);

        Set<String> gone = ids(before);
        gone.removeAll(ids(after));
        assertThat(gone).containsExactly(out.candidate().id());
        Set<String> fresh = ids(after);
        fresh.removeAll(ids(before));
        assertThat(fresh).hasSize(1);
        Chosen in = after.cases().stream()
                .filter(each -> fresh.contains(each.candidate().id()))
                .findFirst()
                .orElseThrow();
        assertThat(in.candidate().kind()).isEqualTo(out.candidate().kind());
        assertThat(in.candidate().style()).isEqualTo(out.candidate().style());
        assertThat(in.difficulty()).isEqualTo(out.difficulty());
        assertThat(after.said()).isEqualTo(Map.of("excluded", out.candidate().id()));
    }

    @Test
    void whatAPersonPrefersIsACaseInPlaceOfTheLastOfItsStratum() {
        List<Candidate> candidates = plenty();
        Selection before = BenchmarkSelection.of(candidates, RULES);
        Stratum stratum = before.strata().getFirst();
        Candidate wanted = stratum.others().getLast();

        Selection after = BenchmarkSelection.of(said(candidates, wanted, null, "preferred"), RULES);

        List<String> expected = new ArrayList<>(List.of(wanted.id()));
        stratum.chosen().subList(0, stratum.wanted() - 1).forEach(each -> expected.add(each.id()));
        assertThat(after.strata().getFirst().chosen()).extracting(Candidate::id).isEqualTo(expected);
        assertThat(after.said()).isEqualTo(Map.of("preferred", wanted.id()));
    }

    @Test
    void whatAPersonGradedHasThatDifficultyAndTheOthersKeepTheirs() {
        List<Candidate> candidates = plenty();
        Selection before = BenchmarkSelection.of(candidates, RULES);
        Stratum easy = before.strata().getFirst();
        assertThat(easy.difficulty()).isEqualTo(Difficulty.EASY);
        Candidate graded = easy.chosen().getFirst();

        Selection after = BenchmarkSelection.of(said(candidates, graded, "hard", "preferred"), RULES);

        Stratum hard = after.strata().get(Difficulty.HARD.ordinal());
        List<Candidate> hardBefore =
                before.strata().get(Difficulty.HARD.ordinal()).chosen();
        assertThat(hard.chosen().getFirst().id()).isEqualTo(graded.id());
        assertThat(hard.chosen().subList(1, hard.wanted())).isEqualTo(hardBefore.subList(0, hard.wanted() - 1));
        assertThat(after.strata().get(Difficulty.MEDIUM.ordinal()))
                .isEqualTo(before.strata().get(Difficulty.MEDIUM.ordinal()));
        assertThat(after.strata().getFirst().chosen())
                .extracting(Candidate::id)
                .containsAll(easy.chosen().stream().skip(1).map(Candidate::id).toList());
        assertThat(after.said()).containsEntry("graded", graded.id() + " hard");
    }

    /// Shots and titles are shared by all difficulties; easy ones are asked first.
    @Test
    void whatAPersonPrefersComesBeforeOthersOfItsShotAndItsTitleWhateverTheirDifficulty() {
        List<Candidate> few = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            few.add(candidate(BenchmarkKind.FACE, Style.JAPAN, "one", number * 2, number / 9.0));
        }
        BenchmarkRules one = new BenchmarkRules(10, 0, 1, 1);
        Stratum easy = find(BenchmarkSelection.of(few, one), "face/japan/easy");
        assertThat(easy.chosen()).hasSize(1);
        Candidate hard = few.getLast();

        Selection after = BenchmarkSelection.of(said(few, hard, null, "preferred"), one);

        assertThat(after.cases()).extracting(each -> each.candidate().id()).containsExactly(hard.id());
        assertThat(find(after, "face/japan/easy").chosen()).isEmpty();

        Candidate sameShot = candidate(BenchmarkKind.FACE, Style.JAPAN, "two", 1, 0.99);
        List<Candidate> crowded = new ArrayList<>(few);
        crowded.add(sameShot);
        BenchmarkRules many = new BenchmarkRules(10, 0, 100, 1);
        assertThat(few.getFirst().shotId()).isEqualTo(sameShot.shotId());
        assertThat(BenchmarkSelection.of(said(crowded, sameShot, null, "preferred"), many)
                        .cases())
                .extracting(each -> each.candidate().id())
                .contains(sameShot.id())
                .doesNotContain(few.getFirst().id());
    }

    @Test
    void whatNobodyWouldHaveAskedIsNotSaid() {
        List<Candidate> candidates = plenty();
        Selection before = BenchmarkSelection.of(candidates, RULES);
        Candidate last = before.strata().getFirst().others().getLast();

        assertThat(BenchmarkSelection.of(said(candidates, last, null, "excluded"), RULES)
                        .said())
                .isEmpty();
        Candidate face = before.cases().getFirst().candidate();
        assertThat(BenchmarkSelection.of(said(candidates, face, null, "excluded"), new BenchmarkRules(0, 300, 400, 1))
                        .said())
                .isEmpty();
    }

    @Test
    void whatIsGradedIntoASortThatIsNotAskedForIsNoCase() {
        List<Candidate> few = List.of(candidate(BenchmarkKind.FACE, Style.CHINA, "one", 0, 0.5));
        BenchmarkRules rules = new BenchmarkRules(10, 0, 100, 1);

        Selection selection = BenchmarkSelection.of(said(few, few.getFirst(), "hard", null), rules);

        assertThat(find(selection, "face/china/hard").wanted()).isZero();
        assertThat(find(selection, "face/china/hard").others()).hasSize(1);
        assertThat(selection.cases()).isEmpty();
        assertThat(selection.said()).isEmpty();
    }

    private static Stratum find(Selection selection, String name) {
        return selection.strata().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(Selection selection) {
        return selection.cases().stream()
                .map(each -> each.candidate().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same candidates, of one of which people said something.
    private static List<Candidate> said(
            List<Candidate> all, Candidate one, @Nullable String difficulty, @Nullable String benchmark) {
        Candidate said =
                new Candidate(one.row(), one.kind(), one.shot(), one.measured(), new ItemMarks(difficulty, benchmark));
        return all.stream().map(each -> each.equals(one) ? said : each).toList();
    }

    @Test
    void theHardestFacesAreThoseThatAreLeastLikePeoples() {
        List<Candidate> faces = new ArrayList<>();
        Map<String, Double> hardness = new HashMap<>();
        for (int number = 0; number < 9; number++) {
            Candidate face = candidate(BenchmarkKind.FACE, Style.CHINA, "one", number, number / 9.0);
            faces.add(face);
            hardness.put(face.id(), number / 9.0);
        }

        Map<String, Difficulty> difficulties = BenchmarkSelection.difficulties(BenchmarkKind.FACE, faces);

        difficulties.forEach(
                (id, difficulty) -> assertThat((int) (java.util.Objects.requireNonNull(hardness.get(id)) * 3))
                        .isEqualTo(difficulty.ordinal()));
    }
}
