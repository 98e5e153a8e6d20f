package org.magicanime.dataset.domain.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.benchmark.Selection.Chosen;

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
                List.of(),
                Map.of(),
                List.of());
        return new Candidate(
                row,
                kind,
                new FrameSpan(number % 4 / 2 * 200L, number % 4 / 2 * 200L + 200),
                face
                        ? Map.of(Candidates.ANTHROPOMORPHISM, 1 - hardness)
                        : Map.of(Candidates.MOTION, hardness, Candidates.COMPLEXITY, hardness));
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
