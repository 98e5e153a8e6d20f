package org.magicanime.segment.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.RejectedException;
import org.magicanime.contracts.Telling;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.segment.domain.ClipArchive.Kept;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Divides a film into clips and tells every clip and every span that is left out.
///
/// May be killed at any point and run again: a film that is divided completely is told again from its record, and of a
/// film that is not, only the clips that are missing are cut.
public final class VideoCutter {
    private static final String STAGE = "segment";

    private final FilmReader reader;
    private final ClipArchive archive;
    private final SegmentParameters parameters;
    private final WorkFolders workFolders;
    private final FilmMeasuring measuring;
    private final ClipPlanner planner;
    private final ClipMaking making;
    private final String paramsHash;

    /// Without a network.
    public VideoCutter(FilmReader reader, ClipArchive archive, SegmentParameters parameters, WorkFolders workFolders) {
        this(reader, archive, parameters, workFolders, null);
    }

    /// @param network that the parameters name
    public VideoCutter(
            FilmReader reader,
            ClipArchive archive,
            SegmentParameters parameters,
            WorkFolders workFolders,
            @Nullable ShotNetwork network) {
        this.reader = reader;
        this.archive = archive;
        this.parameters = parameters;
        this.workFolders = workFolders;
        this.measuring = new FilmMeasuring(reader, parameters.detector(), parameters.measuring(), network);
        this.planner = new ClipPlanner(parameters.detector(), parameters.rules());
        this.making = new ClipMaking(archive, parameters);
        this.paramsHash = parameters.hash();
    }

    /// @param tell publishes events and waits for their acknowledgement
    /// @throws RejectedException if the film cannot be decoded
    public void cut(VideoIngested video, Telling tell) {
        Optional<Kept<FilmSegments>> known = archive.findSegments(video.videoId(), paramsHash);
        if (known.isPresent()) {
            tell.all(known.get().content().clips());
            close(known.get(), tell);
            return;
        }
        try (WorkFolder folder = workFolders.create()) {
            Path film = folder.path().resolve("film");
            archive.fetch(video.source(), film);
            FilmMeasures measures = measuring.measure(film, parameters.rules()::checkScan);
            SegmentPlan plan = planner.plan(measures);
            List<ClipCut> clips = cutClips(video, film, measures, plan, folder.subfolder("clips"), tell);
            List<ItemRejected> rejections =
                    plan.leftOut().stream().map(left -> rejection(video, left)).toList();
            close(
                    archive.keepSegments(new FilmSegments(
                            video.videoId(),
                            paramsHash,
                            parameters.byName(),
                            plan.frames(),
                            plan.shots(),
                            measures.boundaries(),
                            measures.secondLooks(),
                            measures.scan(),
                            clips,
                            rejections)),
                    tell);
        } catch (UnreadableFilmException e) {
            throw new RejectedException(unreadable(video, e));
        }
    }

    private List<ClipCut> cutClips(
            VideoIngested video, Path film, FilmMeasures measures, SegmentPlan plan, Path into, Telling tell) {
        Map<FrameSpan, ClipCut> clips = new HashMap<>();
        List<FrameSpan> missing = new ArrayList<>();
        for (FrameSpan span : plan.clips()) {
            Optional<Kept<ClipFrames>> known = archive.findFrames(ClipId.of(video.videoId(), span), paramsHash);
            if (known.isPresent()) {
                ClipCut clip = making.event(video.videoId(), video.labels(), measures, known.get(), paramsHash);
                tell.accept(clip);
                clips.put(span, clip);
            } else {
                missing.add(span);
            }
        }
        if (!missing.isEmpty()) {
            reader.cut(film, missing, parameters.cutting(), measures.isDamaged(), into, cut -> {
                ClipCut clip = making.event(
                        video.videoId(),
                        video.labels(),
                        measures,
                        making.keep(video.videoId(), measures, cut, paramsHash),
                        paramsHash);
                tell.accept(clip);
                clips.put(cut.span(), clip);
            });
        }
        return plan.clips().stream()
                .map(span -> required(clips.get(span), span))
                .toList();
    }

    private void close(Kept<FilmSegments> kept, Telling tell) {
        FilmSegments segments = kept.content();
        tell.all(segments.rejections());
        tell.accept(new VideoSegmented(
                segments.videoId(),
                segments.frames(),
                segments.framesKept(),
                segments.clips().size(),
                segments.rejections().size(),
                paramsHash,
                segments.parameters(),
                kept.ref()));
    }

    private ItemRejected rejection(VideoIngested video, LeftOut left) {
        return new ItemRejected(
                ClipId.of(video.videoId(), left.span()),
                STAGE,
                left.code(),
                left.reason(),
                video.videoId(),
                left.span(),
                null,
                left.measured(),
                left.threshold(),
                left.held().rule(),
                left.held().bound(),
                paramsHash,
                parameters.byName());
    }

    private ItemRejected unreadable(VideoIngested video, UnreadableFilmException e) {
        return new ItemRejected(
                video.videoId(),
                STAGE,
                e.code(),
                String.valueOf(e.getMessage()),
                video.videoId(),
                null,
                video.origin(),
                e.measured(),
                e.threshold(),
                null,
                null,
                paramsHash,
                parameters.byName());
    }

    private static ClipCut required(@Nullable ClipCut clip, FrameSpan span) {
        if (clip == null) {
            throw new IllegalStateException(
                    "the film reader ended without frames " + span.first() + " to " + span.end());
        }
        return clip;
    }
}
