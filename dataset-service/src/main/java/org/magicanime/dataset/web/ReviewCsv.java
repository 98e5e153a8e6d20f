package org.magicanime.dataset.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.Trim;

/// Decisions as comma-separated values (RFC 4180).
final class ReviewCsv {
    static final String HEAD =
            "decided_at,reviewer,video,subset,item,params,decision,first,end,reason,caption,seen,rule,difficulty\r\n";

    private ReviewCsv() {}

    static String line(ReviewDecided each) {
        Trim trim = each.trim();
        return Stream.of(
                        Long.toString(each.decidedAt()),
                        text(each.reviewer()),
                        each.videoId(),
                        each.subset().toString(),
                        each.itemId(),
                        each.paramsHash(),
                        each.decision().toString(),
                        trim == null ? "" : Long.toString(trim.span().first()),
                        trim == null ? "" : Long.toString(trim.span().end()),
                        text(each.reason()),
                        text(each.caption()),
                        String.join(" ", each.seen()),
                        each.rule() == null ? "" : each.rule(),
                        each.difficulty() == null ? "" : each.difficulty().toString())
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /// In quotes, and never what a spreadsheet would run.
    private static String text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String harmless = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
