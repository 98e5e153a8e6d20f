package org.magicanime.eval.domain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.BenchmarkCase;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Telling;
import org.magicanime.eval.domain.EvaluationArchive.Kept;
import org.magicanime.eval.domain.metric.PixelError;
import org.magicanime.eval.domain.metric.RgbFrame;
import org.magicanime.video.FilmPictures;
import org.magicanime.video.FilmReader;
import org.magicanime.video.FilmReaderCrashedException;
import org.magicanime.video.PictureOptions;
import org.magicanime.video.UnreadableFilmException;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Scores one case. A method's video is a stranger's: it is decoded by a process of its own.
public final class CaseScorer {
    /// Frames that a video may have more than the truth and still be counted exactly.
    private static final int MORE_FRAMES = 64;

    private final FilmReader reader;
    private final EvaluationArchive archive;
    private final Optional<PerceptualDistance> perceptual;
    private final WorkFolders workFolders;
    private final Duration timeout;
    private final int memoryMib;

    /// @param perceptual absent if its model is not there
    /// @param timeout wall time that decoding a video may take
    /// @param memoryMib address space of the process that decodes
    public CaseScorer(
            FilmReader reader,
            EvaluationArchive archive,
            Optional<PerceptualDistance> perceptual,
            WorkFolders workFolders,
            Duration timeout,
            int memoryMib) {
        this.reader = reader;
        this.archive = archive;
        this.perceptual = perceptual;
        this.workFolders = workFolders;
        this.timeout = timeout;
        this.memoryMib = memoryMib;
    }

    /// Scores it, or tells again what is known.
    public void score(EvalCaseRequested request, Telling tell) {
        Kept<CaseScores> scores = archive.findScores(
                        request.evalId(),
                        request.paramsHash(),
                        request.benchmarkCase().caseId())
                .orElseGet(() -> archive.keepScores(request.paramsHash(), scores(request)));
        tell(request, scores, tell);
    }

    /// Says of a case that could not be scored after all tries that it was not, so that its evaluation ends.
    public void giveUp(EvalCaseRequested request, Throwable reason, Telling tell) {
        String text = "the case could not be scored: " + reason.getClass().getSimpleName();
        Failure failure = new Failure("scoring-failed", text, null, null);
        tell(request, archive.keepScores(request.paramsHash(), failed(request, failure, null, List.of())), tell);
    }

    private static void tell(EvalCaseRequested request, Kept<CaseScores> scores, Telling tell) {
        Failure failure = scores.content().failure();
        tell.accept(new EvalCaseCompleted(
                request.evalId(),
                request.benchmarkCase().caseId(),
                request.paramsHash(),
                failure == null ? null : failure.code(),
                scores.ref(),
                request.plan()));
    }

    private CaseScores scores(EvalCaseRequested request) {
        ObjectOrigin submission = request.submission();
        if (submission == null) {
            return failed(request, Failure.missing(), null, List.of());
        }
        try (WorkFolder folder = workFolders.create()) {
            Path file = folder.path().resolve("submission");
            String sha256;
            try {
                sha256 = archive.fetch(submission, file);
            } catch (SubmissionGoneException e) {
                return failed(request, Failure.unreadable(String.valueOf(e.getMessage()), null, null), null, List.of());
            }
            int wanted = Math.toIntExact(request.benchmarkCase().frames());
            FilmPictures video;
            try {
                video = read(file, wanted + MORE_FRAMES, folder.subfolder("video"));
            } catch (UnreadableFilmException e) {
                String text = e.code() + ": " + e.getMessage();
                return failed(request, Failure.unreadable(text, e.measured(), e.threshold()), sha256, List.of());
            } catch (FilmReaderCrashedException e) {
                String text = "the process that decodes it crashed or reached a limit";
                return failed(request, Failure.unreadable(text, null, null), sha256, List.of());
            }
            Path truth = folder.path().resolve("truth");
            archive.fetch(request.benchmarkCase().truth(), truth);
            return compared(request, read(truth, wanted, folder.subfolder("of-truth")), video, sha256);
        }
    }

    private FilmPictures read(Path film, int most, Path into) {
        return reader.pictures(film, new PictureOptions(most, timeout, memoryMib), into);
    }

    private CaseScores compared(EvalCaseRequested request, FilmPictures truth, FilmPictures video, String sha256) {
        Profile profile = Profile.named(request.profile());
        BenchmarkCase each = request.benchmarkCase();
        boolean square = profile.size() == SizePolicy.SQUARE_256;
        int width = square ? PerceptualDistance.SIDE : each.width();
        int height = square ? PerceptualDistance.SIDE : each.height();
        try (VideoFrames truths = new VideoFrames(truth, each.width(), each.height(), width, height);
                VideoFrames videos = new VideoFrames(video, each.width(), each.height(), width, height)) {
            if (truths.frames() != each.frames() || truth.more()) {
                throw new IllegalStateException("the truth of case " + each.caseId() + " has " + truth.frames()
                        + " frames, and should have " + each.frames());
            }
            List<Suspicion> suspicions = SuspicionFinder.of(truths, videos);
            if (profile.length() == LengthPolicy.EXACT && (video.more() || videos.frames() != truths.frames())) {
                return failed(
                        request, Failure.wrongLength(video.frames(), video.more(), truth.frames()), sha256, suspicions);
            }
            return measured(request, new FrameScorer(profile, perceptual), truths, videos, suspicions, sha256);
        }
    }

    private static CaseScores measured(
            EvalCaseRequested request,
            FrameScorer scorer,
            VideoFrames truths,
            VideoFrames videos,
            List<Suspicion> suspicions,
            String sha256) {
        int frames = Math.min(truths.frames(), videos.frames());
        Liveliness lifeOfTruth = new Liveliness();
        Liveliness lifeOfVideo = new Liveliness();
        for (int i = 0; i < frames; i++) {
            RgbFrame truth = truths.frame(i);
            RgbFrame video = videos.frame(i);
            lifeOfTruth.add(truth);
            lifeOfVideo.add(video);
            scorer.add(truth, video, PixelError.of(truth, video));
        }
        Failure failure = lifeOfVideo.against(lifeOfTruth);
        if (failure != null) {
            return failed(request, failure, sha256, suspicions);
        }
        Map<Metric, List<Double>> values = new EnumMap<>(scorer.finish());
        Map<String, Double> means = new TreeMap<>();
        Map<String, List<Double>> perFrame = new TreeMap<>();
        values.forEach((metric, ofFrames) -> {
            means.put(metric.toString(), Rounding.mean(ofFrames));
            if (metric.isOfPaper()) {
                perFrame.put(metric.toString(), ofFrames);
            }
        });
        return document(request, null, frames, means, perFrame, suspicions, sha256);
    }

    private static CaseScores failed(
            EvalCaseRequested request, Failure failure, @Nullable String sha256, List<Suspicion> suspicions) {
        return document(request, failure, 0, Map.of(), Map.of(), suspicions, sha256);
    }

    private static CaseScores document(
            EvalCaseRequested request,
            @Nullable Failure failure,
            int frames,
            Map<String, Double> means,
            Map<String, List<Double>> perFrame,
            List<Suspicion> suspicions,
            @Nullable String sha256) {
        BenchmarkCase each = request.benchmarkCase();
        return new CaseScores(
                request.evalId(),
                each.caseId(),
                request.task(),
                each.style(),
                each.difficulty(),
                failure,
                frames,
                means,
                perFrame,
                suspicions,
                sha256);
    }
}
