package org.magicanime.contracts;

/// A film was accepted and copied where strangers cannot change it.
///
/// @param videoId names the film by its bytes
/// @param source the accepted bytes
/// @param origin the object that they came from
/// @param labels what its owner said about it
/// @param facts what the probe found
public record VideoIngested(String videoId, ArtifactRef source, ObjectOrigin origin, Labels labels, VideoFacts facts)
        implements PipelineEvent {
    public VideoIngested {
        VideoId.require(videoId);
        Checks.present(source, "source");
        Checks.that(source.key().equals(ArtifactKeys.source(videoId)), "source.key must be that of videoId");
        Checks.that(VideoId.of(source.sha256()).equals(videoId), "videoId must begin source.sha256");
        Checks.present(origin, "origin");
        Checks.present(labels, "labels");
        Checks.present(facts, "facts");
    }

    @Override
    public String itemId() {
        return videoId;
    }
}
