package org.magicanime.dataset.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.TopicFlow;
import org.magicanime.dataset.domain.TopicFlows;

/// The table of topics as pages show it.
public record FlowTable(TopicFlows flows) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    public List<Row> rows() {
        return flows.flows().stream().map(Row::new).toList();
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
    public record Row(TopicFlow flow) {
        public String in() {
            return rate(flow.inPerSecond());
        }

        public String out() {
            return rate(flow.outPerSecond());
        }

        private static String rate(@Nullable Double perSecond) {
            return perSecond == null ? "" : String.format(java.util.Locale.ROOT, "%.1f/s", perSecond);
        }

        public String lag() {
            return ShownNumbers.count(flow.lag());
        }

        /// Of the oldest record that waits.
        public String oldest() {
            Double seconds = flow.oldestSeconds();
            if (seconds == null) {
                return "";
            }
            return seconds < MINUTE
                    ? String.format(java.util.Locale.ROOT, "%.1f s", seconds)
                    : seconds < HOUR
                            ? String.format(java.util.Locale.ROOT, "%.1f min", seconds / MINUTE)
                            : String.format(java.util.Locale.ROOT, "%.1f h", seconds / HOUR);
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
