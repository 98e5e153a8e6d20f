package org.magicanime.segment.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.Telling;
import org.magicanime.contracts.Trim;
import org.magicanime.segment.domain.ClipArchive.Kept;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Cuts the part of a clip that a person keeps out of the film itself, so that it is encoded once, and tells it as any
/// clip: all later stages make of it what they make of the others.
///
/// May be killed at any point and run again: a part that was cut completely is told again from its record.
public final class ClipTrimmer {
    private final FilmReader reader;
    private final ClipArchive archive;
    private final SegmentParameters parameters;
    private final WorkFolders workFolders;
    private final ClipMaking making;

    public ClipTrimmer(FilmReader reader, ClipArchive archive, SegmentParameters parameters, WorkFolders workFolders) {
        this.reader = reader;
        this.archive = archive;
        this.parameters = parameters;
        this.workFolders = workFolders;
        this.making = new ClipMaking(archive, parameters);
    }

    /// Does nothing where the decision is another one.
    ///
    /// @param tell publishes events and waits for their acknowledgement
    /// @throws IllegalArgumentException if the film has no such frames
    public void decided(ReviewDecided decision, Telling tell) {
        Trim trim = decision.trim();
        if (trim == null) {
            return;
        }
        // The frames are among the parameters: parts that overlap are told apart by all later stages, too.
        Map<String, String> byName = new TreeMap<>(parameters.byName());
        byName.put("trim", trim.span().first() + "-" + trim.span().end());
        String paramsHash = ParamsHash.of(byName);
        Optional<Kept<FilmSegments>> known = archive.findSegments(decision.videoId(), paramsHash);
        tell.all(
                known.isPresent()
                        ? known.get().content().clips()
                        : cut(decision.videoId(), trim, byName, paramsHash).clips());
    }

    private FilmSegments cut(String videoId, Trim trim, Map<String, String> byName, String paramsHash) {
        try (WorkFolder folder = workFolders.create()) {
            Path film = folder.path().resolve("film");
            archive.fetch(trim.source(), film);
            FilmMeasures measures = reader.measure(film, parameters.measuring(), frames -> {});
            if (trim.span().end() > measures.ticks().length) {
                throw new IllegalArgumentException("the film " + videoId + " has " + measures.ticks().length
                        + " frames and no frame " + (trim.span().end() - 1) + "; the decision names other ones");
            }
            List<ClipCut> clips = new ArrayList<>();
            reader.cut(
                    film,
                    List.of(trim.span()),
                    parameters.cutting(),
                    measures.isDamaged(),
                    folder.subfolder("clips"),
                    cut -> clips.add(making.event(
                            videoId,
                            trim.labels(),
                            measures,
                            making.keep(videoId, measures, cut, paramsHash),
                            paramsHash)));
            return archive.keepSegments(new FilmSegments(
                            videoId,
                            paramsHash,
                            byName,
                            measures.ticks().length,
                            List.of(trim.span()),
                            List.of(),
                            List.of(),
                            measures.scan(),
                            clips,
                            List.of()))
                    .content();
        }
    }
}
