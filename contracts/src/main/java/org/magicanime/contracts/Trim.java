package org.magicanime.contracts;

/// The part of a clip that a person keeps, and what it takes to cut it out of the film.
///
/// @param span its frames, source frame numbers
/// @param source the film's accepted bytes
/// @param labels what the film's owner said
public record Trim(FrameSpan span, ArtifactRef source, Labels labels) {
    public Trim {
        Checks.present(span, "trim.span");
        Checks.present(source, "trim.source");
        Checks.present(labels, "trim.labels");
    }

    /// The clip that is made of it.
    public String clipId(String videoId) {
        return ClipId.of(videoId, span);
    }
}
