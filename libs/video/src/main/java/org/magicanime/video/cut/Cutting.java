package org.magicanime.video.cut;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.video.CutClip;
import org.magicanime.video.CutOptions;
import org.magicanime.video.ProbeLimits;
import org.magicanime.video.decode.DecodedFrames;
import org.magicanime.video.decode.FilmDecoder;
import org.magicanime.video.decode.MediaInput;
import org.magicanime.video.decode.SoundTrack;
import org.magicanime.video.libav.QuarterTurn;

/// Cuts clips out of a film by frame number.
///
/// The film is decoded once from its beginning, never sought in. A clip with a frame that is less like its source
/// than was asked for is encoded again in a further pass, with finer quantisers; what is finest is kept, whatever
/// it reaches.
public final class Cutting {
    private final Path film;
    private final CutOptions options;
    private final Path into;
    private final int threads;
    private final Consumer<CutClip> onClip;
    private final List<FrameSpan> again = new ArrayList<>();

    private Cutting(Path film, CutOptions options, Path into, int threads, Consumer<CutClip> onClip) {
        this.film = film;
        this.options = options;
        this.into = into;
        this.threads = threads;
        this.onClip = onClip;
    }

    /// @param spans disjoint and ascending
    /// @param into an empty folder
    /// @param threads of the decoder; 0 lets it choose. A film with damage gives the same frames again only with 1.
    /// @param onClip hears each clip when its files are complete, in their order, on another thread. What it throws
    ///     ends the cutting, and no later clip is heard.
    public static void cut(
            Path film, List<FrameSpan> spans, CutOptions options, Path into, int threads, Consumer<CutClip> onClip) {
        List<Map<String, String>> ladder = Quantiser.ladder(options);
        List<FrameSpan> missing = spans;
        for (int step = 0; step < ladder.size() && !missing.isEmpty(); step++) {
            Cutting cutting = new Cutting(film, options, into, threads, onClip);
            boolean last = step == ladder.size() - 1;
            cutting.pass(missing, ladder.get(step), last ? -1 : options.leastSsim());
            missing = cutting.again;
        }
    }

    private void pass(List<FrameSpan> spans, Map<String, String> settings, double leastSsim) {
        long end = spans.getLast().end();
        try (MediaInput input = MediaInput.open(film, ProbeLimits.DEFAULT);
                FilmDecoder decoder = new FilmDecoder(input, threads);
                Upright upright = new Upright(new QuarterTurn(input.rotation()));
                SoundTrack track = input.soundCodec() == null ? null : new SoundTrack(film);
                Pass pass = new Pass(input, upright, track, new ArrayDeque<>(spans), settings, leastSsim)) {
            new DecodedFrames(decoder).forEach(decoded -> pass.take(decoded.frame(), decoded.number()), end + 1);
            pass.end();
        }
    }

    /// One run over the film.
    private final class Pass implements AutoCloseable {
        private final MediaInput input;
        private final Upright upright;
        private final @Nullable SoundTrack track;
        private final Deque<FrameSpan> waiting;
        private final Map<String, String> settings;
        private final double leastSsim;
        private final Completion completion = new Completion();
        private @Nullable ClipInWork clip;
        private long lastEnd;

        Pass(
                MediaInput input,
                Upright upright,
                @Nullable SoundTrack track,
                Deque<FrameSpan> waiting,
                Map<String, String> settings,
                double leastSsim) {
            this.input = input;
            this.upright = upright;
            this.track = track;
            this.waiting = waiting;
            this.settings = settings;
            this.leastSsim = leastSsim;
        }

        void take(AVFrame frame, long number) {
            if (clip != null && number == clip.span().end()) {
                finish(clip, frame.pts());
            }
            FrameSpan next = waiting.peekFirst();
            if (clip == null && next != null && number == next.first()) {
                waiting.removeFirst();
                clip = new ClipInWork(next, input, frame, upright.of(frame), options.encoder(), settings, into);
            }
            if (clip != null) {
                clip.add(frame, upright.of(frame));
            }
            lastEnd = frame.pts() + frame.duration();
        }

        void end() {
            if (clip != null) {
                finish(clip, lastEnd);
            }
            completion.finish();
            if (!waiting.isEmpty()) {
                throw new IllegalStateException(
                        "the film ended before frame " + waiting.getFirst().first());
            }
        }

        private void finish(ClipInWork done, long endTick) {
            completion.add(done, () -> complete(done, endTick));
            clip = null;
        }

        private void complete(ClipInWork done, long endTick) {
            CutClip cut = done.finish(endTick, track, leastSsim);
            if (cut == null) {
                again.add(done.span());
            } else {
                onClip.accept(cut);
            }
        }

        @Override
        public void close() {
            completion.close();
            if (clip != null) {
                clip.close();
            }
        }
    }
}
