package org.magicanime.dataset.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.FilmProgress;
import org.magicanime.dataset.domain.FlowSample.Interval;
import org.magicanime.dataset.domain.StageFlow;
import org.magicanime.dataset.domain.TopicFlow;
import org.magicanime.dataset.domain.TopicFlows;
import org.magicanime.dataset.domain.TopicFlows.Disk;

/// Films, topics and stages as pages show them.
///
/// @param header of the films
/// @param hour the last one of all topics
public record FlowTable(TopicFlows flows, LatestFilms.Header header, List<Interval> hour) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final double GIGA = 1e9;
    private static final double LEAST_FREE = 0.15;

    public List<Row> rows() {
        long newest = flows.at().getEpochSecond() / Interval.SECONDS;
        return flows.flows().stream()
                .map(flow -> new Row(flow, new Sparkline(hour, flow.topic(), flow.service(), newest)))
                .toList();
    }

    public List<StageRow> stages() {
        return flows.stages().stream().map(StageRow::new).toList();
    }

    /// Absent while the database is away.
    public @Nullable Progress progress() {
        FilmProgress progress = header.progress();
        return progress == null ? null : new Progress(progress);
    }

    /// Free room where the broker writes; empty if it does not say.
    public String disk() {
        Disk disk = flows.disk();
        return disk == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f GB (%.0f %%)",
                        disk.freeBytes() / GIGA,
                        100.0 * disk.freeBytes() / disk.totalBytes());
    }

    /// Whether it is nearly full.
    public boolean diskIsLow() {
        Disk disk = flows.disk();
        return disk != null && disk.freeBytes() < LEAST_FREE * disk.totalBytes();
    }

    /// Films.
    public record Progress(FilmProgress of) {
        public String oldest() {
            return ShownNumbers.time(of.oldestSeconds());
        }

        public String median() {
            return ShownNumbers.time(of.medianSeconds());
        }

        public String p95() {
            return ShownNumbers.time(of.p95Seconds());
        }
    }

    /// One stage.
    public record StageRow(StageFlow flow) {
        public String inWork() {
            return flow.retrying() == 0
                    ? Integer.toString(flow.inWork())
                    : flow.inWork() + " (" + flow.retrying() + " waiting for a store or a broker)";
        }

        public String done() {
            return ShownNumbers.count(flow.done());
        }

        public String rejected() {
            return ShownNumbers.count(flow.rejected());
        }

        public String dead() {
            return ShownNumbers.count(flow.dead());
        }

        public String median() {
            return ShownNumbers.time(flow.medianSeconds());
        }

        public String p95() {
            return ShownNumbers.time(flow.p95Seconds());
        }
    }

    /// When the broker was asked.
    public String at() {
        return TIME.format(flows.at());
    }

    /// Why the figures are not new; empty if they are.
    public String problem() {
        return flows.problem() == null ? "" : flows.problem();
    }

    /// One line.
    public record Row(TopicFlow flow, Sparkline course) {
        public String in() {
            return rate(flow.inPerSecond());
        }

        public String out() {
            return rate(flow.outPerSecond());
        }

        private static String rate(@Nullable Double perSecond) {
            return perSecond == null ? "" : String.format(Locale.ROOT, "%.1f/s", perSecond);
        }

        public String lag() {
            return ShownNumbers.count(flow.lag());
        }

        /// Of the oldest record that waits.
        public String oldest() {
            return ShownNumbers.time(flow.oldestSeconds());
        }

        /// Members, and how many of them have nothing to do.
        public String members() {
            return flow.emptyMembers() == 0
                    ? Integer.toString(flow.members())
                    : flow.members() + " (" + flow.emptyMembers() + " without partitions)";
        }

        /// Whether records wait and nobody is there to take them.
        public boolean stands() {
            return flow.lag() > 0 && flow.members() == 0;
        }

        public String dead() {
            return flow.deadLetters() == 0 ? "" : ShownNumbers.count(flow.deadLetters());
        }

        public String reason() {
            return flow.lastReason() == null ? "" : flow.lastReason();
        }
    }
}
