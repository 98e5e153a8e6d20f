package org.magicanime.contracts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One case of a benchmark: `case.json`.
///
/// @param caseId the item that it is made of: a clip, a span or a face clip
/// @param tasks what methods may be asked on it, at least one, all of its kind
/// @param videoId the film
/// @param style as the film's owner said
/// @param title likewise
/// @param shot frames of the film in the shot that it is from
/// @param span its frames in the film
/// @param frameRate frames per second
/// @param width pixels of the truth
/// @param height likewise
/// @param difficulty its third
/// @param measured what `difficulty` follows from, by name
/// @param files by name: `reference.png`, `last.png`, `truth.mp4`, `prompt.txt`, `driving/…`; those that there are
public record BenchmarkCase(
        String caseId,
        BenchmarkKind kind,
        List<BenchmarkTask> tasks,
        String videoId,
        Style style,
        String title,
        FrameSpan shot,
        FrameSpan span,
        Rational frameRate,
        int width,
        int height,
        Difficulty difficulty,
        Map<String, Double> measured,
        Map<String, ArtifactRef> files) {
    /// The first frame.
    public static final String REFERENCE = "reference.png";
    /// The last frame.
    public static final String LAST = "last.png";
    /// What is seen and how it moves, in words: UTF-8, one line.
    public static final String PROMPT = "prompt.txt";
    /// All frames: what a method is to make.
    public static final String TRUTH = "truth.mp4";

    public BenchmarkCase {
        caseId(caseId);
        Checks.present(kind, "kind");
        tasks = List.copyOf(Checks.present(tasks, "tasks"));
        BenchmarkKind ofTasks = kind;
        Checks.that(
                !tasks.isEmpty() && tasks.stream().allMatch(task -> task.kind() == ofTasks),
                "tasks must be of the case's kind, and there must be some");
        VideoId.require(videoId);
        Checks.that(caseId.startsWith(videoId + "-"), "caseId must be an item of the film");
        Checks.present(style, "style");
        Checks.text(title, "title", 256);
        Checks.present(shot, "shot");
        Checks.present(span, "span");
        Checks.present(frameRate, "frameRate");
        Checks.that(width > 0 && height > 0, "width and height must be positive");
        Checks.present(difficulty, "difficulty");
        measured = Collections.unmodifiableMap(new TreeMap<>(Checks.present(measured, "measured")));
        files = Collections.unmodifiableMap(new TreeMap<>(Checks.present(files, "files")));
        Checks.that(files.containsKey(REFERENCE) && files.containsKey(TRUTH), "files must have reference and truth");
    }

    /// Frames of the truth.
    public long frames() {
        return span.frames();
    }

    /// All of its frames.
    public ArtifactRef truth() {
        return java.util.Objects.requireNonNull(files.get(TRUTH));
    }

    /// Returns the id if it is one.
    ///
    /// @throws IllegalArgumentException otherwise
    public static String caseId(@org.jspecify.annotations.Nullable String caseId) {
        return Checks.code(Checks.text(caseId, "caseId", 64), "caseId");
    }
}
