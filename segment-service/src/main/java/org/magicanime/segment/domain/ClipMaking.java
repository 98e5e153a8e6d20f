package org.magicanime.segment.domain;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.Labels;
import org.magicanime.segment.domain.ClipArchive.Kept;
import org.magicanime.video.CutClip;
import org.magicanime.video.FilmMeasures;

/// Makes a clip of what was cut: its files in the archive, and what is told of it.
final class ClipMaking {
    private final ClipArchive archive;
    private final SegmentParameters parameters;

    ClipMaking(ClipArchive archive, SegmentParameters parameters) {
        this.archive = archive;
        this.parameters = parameters;
    }

    Kept<ClipFrames> keep(String videoId, FilmMeasures measures, CutClip cut, String paramsHash) {
        String clipId = ClipId.of(videoId, cut.span());
        ArtifactRef clip = archive.keep(clipId, paramsHash, "clip.mp4", cut.clip(), "video/mp4");
        Path soundFile = cut.sound();
        ArtifactRef sound =
                soundFile == null ? null : archive.keep(clipId, paramsHash, "sound.flac", soundFile, "audio/flac");
        ArtifactRef first = archive.keep(clipId, paramsHash, "first.png", cut.firstFrame(), "image/png");
        return archive.keepFrames(
                new ClipFrames(
                        clipId,
                        cut.span(),
                        measures.timeBase(),
                        LongStream.range(cut.span().first(), cut.span().end())
                                .mapToObj(number -> new ClipFrames.Frame(number, measures.ticks()[(int) number]))
                                .toList(),
                        cut.codedWidth(),
                        cut.codedHeight(),
                        cut.leastSsim(),
                        sound == null
                                ? null
                                : new ClipFrames.SoundPlace(cut.soundRate(), cut.firstSample(), cut.samples()),
                        clip,
                        sound,
                        first),
                paramsHash);
    }

    ClipCut event(String videoId, Labels labels, FilmMeasures measures, Kept<ClipFrames> kept, String paramsHash) {
        ClipFrames frames = kept.content();
        return new ClipCut(
                videoId,
                frames.clipId(),
                frames.span(),
                measures.width(),
                measures.height(),
                measures.frameRate(),
                labels,
                paramsHash,
                frames.clip(),
                frames.sound(),
                frames.firstFrame(),
                kept.ref(),
                ClipTests.of(measures, parameters, frames.span(), frames.leastSsim()));
    }
}
