package org.magicanime.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.caption.domain.motion.MotionFacts;
import org.magicanime.caption.domain.motion.MotionRules;
import org.magicanime.caption.domain.text.MotionWriter;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.keypoint.domain.ClipMedia;
import org.magicanime.keypoint.domain.FrameEstimate;
import org.magicanime.keypoint.domain.KeypointParameters;
import org.magicanime.keypoint.domain.PoseRules;
import org.magicanime.keypoint.domain.Span;
import org.magicanime.keypoint.domain.SpanFinder;
import org.magicanime.keypoint.media.AvClipMedia;
import org.magicanime.keypoint.model.HolisticEstimator;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.motion.DrawnMotion;
import org.magicanime.testkit.motion.MotionTruth;
import org.magicanime.testkit.motion.Statement;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// How much of what captions state of drawn motions is true, and how much of what was drawn they state, by the key
/// points that the keypoint stage finds in the pictures.
final class MotionBench {
    /// Thresholds were chosen on those before.
    private static final int FIRST = 90;

    private final int motions;
    private final PoseModels models;
    private final ClipMedia media = new AvClipMedia();
    private final MotionFacts rules = new MotionFacts(MotionRules.DEFAULT);
    private final Map<Action, Map<String, Integer>> confusion = new EnumMap<>(Action.class);
    private final Map<Action, int[]> drawnAndStated = new EnumMap<>(Action.class);
    private int facts;
    private int wrong;
    private int withoutSpan;
    private int counts;
    private int wrongCounts;

    /// @param motions how many are drawn, the actions in turn
    MotionBench(int motions, PoseModels models) {
        if (motions < 1) {
            throw new IllegalArgumentException("--scenes " + motions + ": there is no motion to draw");
        }
        this.motions = motions;
        this.models = models;
    }

    void run(WorkFolders folders, PrintStream out) throws IOException {
        String missing = models.wrong();
        if (missing != null) {
            throw new IllegalArgumentException(missing);
        }
        try (HolisticEstimator estimator = models.estimator((model, nanos) -> {})) {
            for (int number = FIRST; number < FIRST + motions; number++) {
                judge(DrawnMotion.of(number), estimator, folders, out);
            }
        }
        print(out);
    }

    private void judge(DrawnMotion drawn, HolisticEstimator estimator, WorkFolders folders, PrintStream out)
            throws IOException {
        MotionTruth truth = new MotionTruth(drawn);
        int[] known = drawnAndStated.computeIfAbsent(drawn.action(), action -> new int[2]);
        known[0]++;
        List<KeypointSeries> spans = spans(drawn, estimator, folders);
        if (spans.isEmpty()) {
            withoutSpan++;
            out.printf("%d %s: no span%n", drawn.number(), drawn.action());
            return;
        }
        boolean stated = false;
        for (KeypointSeries series : spans) {
            List<Fact> found = rules.of(series);
            String text = MotionWriter.write(found, series.frames(), "motion " + drawn.number())
                    .text();
            out.printf("%d %s, frames %s: %s%n", drawn.number(), drawn.action(), series.frames(), text);
            stated |= judge(truth, found, out);
        }
        known[1] += stated ? 1 : 0;
    }

    /// @return whether what was drawn is stated
    private boolean judge(MotionTruth truth, List<Fact> found, PrintStream out) {
        Map<String, Integer> row = confusion.computeIfAbsent(truth.drawn().action(), action -> new TreeMap<>());
        found.stream()
                .map(fact -> fact.predicate().toString())
                .distinct()
                .forEach(each -> row.merge(each, 1, Integer::sum));
        boolean counted = false;
        boolean stated = false;
        for (Fact fact : found) {
            facts++;
            if (!truth.isTrue(statement(fact))) {
                wrong++;
                out.printf("   wrong: %s%n", fact);
            }
            if (fact.predicate().toString().equals(truth.action())) {
                stated = true;
                if (truth.isCounted() && !counted) {
                    counted = true;
                    count(truth, fact, out);
                }
            }
        }
        if (!stated) {
            out.printf("   not stated: %s%n", truth.action());
        }
        return stated;
    }

    private void count(MotionTruth truth, Fact fact, PrintStream out) {
        counts++;
        FrameSpan frames = fact.frames();
        Integer count = fact.count();
        if (count == null || !truth.countIsRight(count, frames.first(), frames.end())) {
            wrongCounts++;
            out.printf("   counted: %s of %.2f%n", count, truth.times(frames.first(), frames.end()));
        }
    }

    private void print(PrintStream out) {
        out.printf("%ndrawn motion: of how many it is stated; of how many spans each is stated%n");
        drawnAndStated.forEach((action, known) -> out.printf(
                "%-6s %d of %d; %s%n", action, known[1], known[0], confusion.getOrDefault(action, Map.of())));
        int stated =
                drawnAndStated.values().stream().mapToInt(known -> known[1]).sum();
        out.printf("%d motions, %d without a span%n", motions, withoutSpan);
        out.printf(
                "facts that are true              %.3f (%d of %d)%n",
                share(facts - wrong, facts), facts - wrong, facts);
        out.printf("motions that are stated          %.3f (%d of %d)%n", share(stated, motions), stated, motions);
        int posed = motions - withoutSpan;
        out.printf("likewise, of those with a span   %.3f (%d of %d)%n", share(stated, posed), stated, posed);
        out.printf(
                "counts that are right            %.3f (%d of %d)%n",
                share(counts - wrongCounts, counts), counts - wrongCounts, counts);
    }

    private static double share(int of, int all) {
        return all == 0 ? Double.NaN : (double) of / all;
    }

    /// The key points of each span, by way of the file in which the keypoint stage leaves them.
    private List<KeypointSeries> spans(DrawnMotion drawn, HolisticEstimator estimator, WorkFolders folders)
            throws IOException {
        List<KeypointSeries> all = new ArrayList<>();
        try (WorkFolder folder = folders.create()) {
            Path clip = folder.path().resolve("clip.mp4");
            drawn.cartoon().write(clip);
            List<FrameEstimate> estimates;
            try (ClipPictures pictures = media.open(
                    clip,
                    DrawnMotion.WIDTH,
                    DrawnMotion.HEIGHT,
                    KeypointParameters.LONGEST_SIDE,
                    folder.subfolder("pictures"))) {
                estimates = estimator.estimate(pictures);
            }
            for (Span span : new SpanFinder(PoseRules.DEFAULT)
                    .find(estimates, DrawnMotion.RATE)
                    .spans()) {
                Path file = folder.path().resolve(span.first() + ".npy");
                media.writeNpy(span.smooth(), file);
                all.add(new KeypointSeries(
                        new FrameSpan(span.first(), span.end()),
                        DrawnMotion.RATE,
                        NumpyFile.read(file).values()));
            }
        }
        return all;
    }

    private static Statement statement(Fact fact) {
        return new Statement(
                fact.predicate().toString(),
                fact.side().toString(),
                fact.heading().toString(),
                fact.frames().first(),
                fact.frames().end());
    }
}
