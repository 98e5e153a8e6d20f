package org.magicanime.eval.domain;

import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.BenchmarkTask;
import org.magicanime.contracts.EvalRequested;

/// `{method}/{run}/request.json` in the bucket of methods' videos: whoever drops it there, after the videos, asks for
/// their evaluation. What it does not say, its key does.
///
/// @param benchmark its name
/// @param task what the method was asked, as `image-to-video`
/// @param profile of conventions; `correct` where it says none
public record RequestFile(
        @Nullable String benchmark,
        @Nullable BenchmarkTask task,
        @Nullable String profile) {
    public static final String NAME = "request.json";
    /// Bytes; a file that asks for something needs 100.
    public static final int LARGEST = 1 << 16;

    /// Whether somebody asks for something with this key; whether it can be answered is another question.
    public static boolean isOne(String key) {
        return key.endsWith("/" + NAME);
    }

    /// @param key `{method}/{run}/request.json`
    /// @throws IllegalArgumentException if the key or the content does not say all that is needed; says what
    EvalRequested toRequest(String key) {
        String[] parts = key.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    NAME + " has to lie beside the videos of one run, under METHOD/RUN/" + NAME);
        }
        if (benchmark == null || task == null) {
            throw new IllegalArgumentException(NAME + " has to say \"benchmark\" and \"task\", such as"
                    + " {\"benchmark\": \"bench-1\", \"task\": \"image-to-video\"}");
        }
        return EvalRequested.of(
                benchmark, parts[0], parts[1], task, profile == null ? Profile.CORRECT.name() : profile);
    }
}
