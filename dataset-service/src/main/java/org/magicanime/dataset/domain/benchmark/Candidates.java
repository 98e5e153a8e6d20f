package org.magicanime.dataset.domain.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.BenchmarkKind;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Measure;
import org.magicanime.dataset.domain.ItemMarks;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.ManifestRow.StageRun;

/// Finds what may become a case, and measures it. Faces that speak count once, with their speech. A clip of which a
/// span is there counts as the span: it can be asked more. What people said of speech counts for its face, what they
/// said of a clip or of its words for the span, where they said nothing of these.
public final class Candidates {
    static final String ANTHROPOMORPHISM = "anthropomorphism";
    static final String MOTION = "motion";
    static final String COMPLEXITY = "complexity";

    private static final int BITS = 8;

    private final Shots shots;
    private final Map<String, ManifestRow> clips = new HashMap<>();
    private final Map<String, ManifestRow> spans = new HashMap<>();
    private final Map<String, ManifestRow> faces = new HashMap<>();
    private final Map<String, ManifestRow> speech = new HashMap<>();
    private final Map<String, ManifestRow> worded = new HashMap<>();

    /// Says which shots a film has.
    @FunctionalInterface
    public interface Shots {
        /// @param paramsHash that the film was divided with
        /// @return ascending; empty if it is not known
        List<FrameSpan> of(String videoId, String paramsHash);
    }

    public Candidates(Shots shots) {
        this.shots = shots;
    }

    /// @param row rows of one item in several parameters: the one that comes last counts
    public void add(ManifestRow row) {
        switch (row.subset()) {
            case "image-to-video" -> clips.put(row.itemId(), row);
            case "pose-driven" -> spans.put(row.itemId(), row);
            case "face-reenactment" -> faces.put(row.itemId(), row);
            case "audio-driven" -> speech.put(row.itemId(), row);
            case "text-to-video" -> worded.put(row.itemId(), row);
            default -> throw new IllegalArgumentException("an unknown subset: " + row.subset());
        }
    }

    /// The speech of a face, if it has some.
    public Optional<ManifestRow> speechOf(Candidate candidate) {
        return Optional.ofNullable(speech.get(candidate.row().itemId()));
    }

    /// What is seen in a case of motion and then how its character moves, as far as words for it were kept.
    public Optional<String> promptOf(Candidate candidate) {
        String words = Stream.of(
                        clips.get(candidate.row().clipId()),
                        worded.get(candidate.row().itemId()))
                .filter(Objects::nonNull)
                .map(ManifestRow::caption)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return words.isBlank() ? Optional.empty() : Optional.of(words.strip().replaceAll("\\s+", " "));
    }

    /// Whether its movement was kept as words.
    public boolean isOfTextToVideo(Candidate candidate) {
        return worded.containsKey(candidate.row().itemId());
    }

    /// All of them by id.
    public List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        faces.values().forEach(row -> face(row).ifPresent(all::add));
        spans.values().forEach(row -> motion(row).ifPresent(all::add));
        Set<String> withSpans = spans.values().stream().map(ManifestRow::clipId).collect(Collectors.toSet());
        clips.values().stream()
                .filter(clip -> !withSpans.contains(clip.clipId()))
                .forEach(row -> motion(row).ifPresent(all::add));
        all.sort(Comparator.comparing(Candidate::kind).thenComparing(Candidate::id));
        return all;
    }

    private Optional<Candidate> face(ManifestRow row) {
        FrameSpan shot = shot(row);
        return row.measures().stream()
                .filter(measure -> measure.rule().equals("face.score"))
                .map(Measure::value)
                .filter(value -> shot != null)
                .findFirst()
                .map(score -> new Candidate(
                        row,
                        BenchmarkKind.FACE,
                        Objects.requireNonNull(shot),
                        Map.of(ANTHROPOMORPHISM, score),
                        row.marks().or(marks(speech.get(row.itemId())))));
    }

    private Optional<Candidate> motion(ManifestRow row) {
        FrameSpan shot = shot(row);
        ManifestRow clip = clips.get(row.clipId());
        ArtifactRef video = row.artifacts().get("clip");
        ArtifactRef first = clip == null ? null : clip.artifacts().get("first-frame");
        if (shot == null || video == null || first == null) {
            return Optional.empty();
        }
        double pixels = (double) row.width() * row.height();
        return Optional.of(new Candidate(
                row,
                BenchmarkKind.MOTION,
                shot,
                Map.of(
                        MOTION, BITS * video.size() / (pixels * row.frames()),
                        COMPLEXITY, BITS * first.size() / pixels),
                row.marks().or(marks(worded.get(row.itemId()))).or(marks(clip))));
    }

    private static ItemMarks marks(@Nullable ManifestRow row) {
        return row == null ? ItemMarks.NONE : row.marks();
    }

    private @Nullable FrameSpan shot(ManifestRow row) {
        return row.stages().stream()
                .filter(stage -> stage.stage().equals("segment"))
                .map(StageRun::paramsHash)
                .findFirst()
                .flatMap(hash -> shots.of(row.videoId(), hash).stream()
                        .filter(shot ->
                                shot.first() <= row.span().first() && row.span().first() < shot.end())
                        .findFirst())
                .orElse(null);
    }
}
