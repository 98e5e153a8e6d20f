package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.BenchmarkFrozen;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.Difficulty;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;

/// The events of benchmarks and evaluations: golden files, both ways.
class EvaluationEventJsonTest {
    private static final String SHA = "296706fe58131d301f0efe24696b604a0b7b141b41c1afe3457efc1318b466c1";
    private static final String VIDEO = "296706fe58131d30";
    private static final String CASE = VIDEO + "-000010-000060";
    private static final String PARAMS = "0123456789abcdef";
    private static final EvalRequested REQUEST =
            EvalRequested.of("bench-1", "some-method", "run-1", BenchmarkTask.IMAGE_TO_VIDEO, "correct");
    private static final Set<String> OPTIONAL = Set.of("submission", "reason");

    private static ArtifactRef ofBenchmark(String name, String mediaType) {
        return new ArtifactRef("datasets", "benchmarks/bench-1/" + name, SHA, 7, mediaType);
    }

    private static ArtifactRef ofEvaluation(String name) {
        return new ArtifactRef(
                "artifacts", "evaluations/" + REQUEST.evalId() + "/" + PARAMS + "/" + name, SHA, 7, "application/json");
    }

    private static Stream<PipelineEvent> events() {
        BenchmarkCase motion = new BenchmarkCase(
                CASE,
                BenchmarkKind.MOTION,
                List.of(BenchmarkTask.IMAGE_TO_VIDEO, BenchmarkTask.FRAME_INTERPOLATION),
                VIDEO,
                Style.JAPAN,
                "Señor Ü",
                new FrameSpan(0, 95),
                new FrameSpan(10, 60),
                new Rational(25, 1),
                320,
                176,
                Difficulty.HARD,
                Map.of("motion", 0.25, "complexity", 1.5),
                Map.of(
                        "reference.png",
                        ofBenchmark(PARAMS + "/" + CASE + "/reference.png", "image/png"),
                        "truth.mp4",
                        ofBenchmark(PARAMS + "/" + CASE + "/truth.mp4", "video/mp4")));
        return Stream.of(
                new BenchmarkFrozen(
                        "bench-1",
                        2,
                        3,
                        ofBenchmark("benchmark.json", "application/json"),
                        ofBenchmark("inputs.zip", "application/zip"),
                        ofBenchmark("with-truth.zip", "application/zip")),
                REQUEST,
                new EvalCaseRequested(
                        REQUEST.evalId(),
                        PARAMS,
                        REQUEST.task(),
                        REQUEST.profile(),
                        motion,
                        new ObjectOrigin("evaluations", "some-method/run-1/" + CASE + ".mp4", "398533d4"),
                        ofEvaluation("plan.json")),
                new EvalCaseCompleted(
                        REQUEST.evalId(),
                        CASE,
                        PARAMS,
                        "wrong-length",
                        ofEvaluation("cases/" + CASE + ".json"),
                        ofEvaluation("plan.json")),
                new EvalCompleted(
                        REQUEST.evalId(),
                        "bench-1",
                        "some-method",
                        "run-1",
                        REQUEST.task(),
                        REQUEST.profile(),
                        PARAMS,
                        3,
                        2,
                        Map.of("report.json", ofEvaluation("report.json"))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenAndReadAsItsGoldenFileSays(PipelineEvent event) throws IOException {
        byte[] golden = golden(event);
        ObjectMapper tree = new ObjectMapper();
        assertThat(tree.readTree(EventJson.write(event))).isEqualTo(tree.readTree(golden));
        assertThat(EventJson.readEvent(golden, event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aMissingFieldIsAnErrorThatNamesIt(PipelineEvent event) throws IOException {
        ObjectNode golden = (ObjectNode) new ObjectMapper().readTree(golden(event));
        List<String> fields = new ArrayList<>();
        golden.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            if (!OPTIONAL.contains(field)) {
                ObjectNode without = golden.deepCopy().without(field);
                assertThatThrownBy(() -> EventJson.readEvent(without.toString().getBytes(UTF_8), event.getClass()))
                        .as(field)
                        .isInstanceOf(UnreadableEventException.class)
                        .hasMessageContaining(field);
            }
        }
    }

    private static byte[] golden(PipelineEvent event) throws IOException {
        String name = "/events/" + event.getClass().getSimpleName() + ".v1.json";
        try (InputStream in = EvaluationEventJsonTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
