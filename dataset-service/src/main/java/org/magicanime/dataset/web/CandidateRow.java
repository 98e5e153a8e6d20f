package org.magicanime.dataset.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.magicanime.dataset.domain.DataSubset;
import org.magicanime.dataset.domain.LedgerKey;
import org.magicanime.dataset.domain.ManifestRow;
import org.magicanime.dataset.domain.benchmark.Candidate;

/// An item that is a case of a proposed benchmark, or may become one.
///
/// @param subset such as `pose-driven`
/// @param id the item
/// @param params what its last stage made it with
/// @param style of its film
/// @param title of its film
/// @param span frames of the film: first to last
/// @param measured what its difficulty follows from, by name
/// @param graded `easy`, `medium` or `hard` as a person said; absent where nobody did
/// @param benchmark `preferred` or `excluded` by a person; absent where nobody said it
/// @param page its address
/// @param picture address of its first frame; absent where there is none
public record CandidateRow(
        String subset,
        String id,
        String params,
        String style,
        String title,
        String span,
        Map<String, Double> measured,
        @Nullable String graded,
        @Nullable String benchmark,
        String page,
        @Nullable String picture) {
    static CandidateRow of(Candidate candidate) {
        ManifestRow row = candidate.row();
        DataSubset subset = ReviewsResource.subset(row.subset());
        String params = row.stages().stream()
                .filter(each -> each.stage().equals(subset.stage()))
                .map(ManifestRow.StageRun::paramsHash)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no stage " + subset.stage() + " made " + row.itemId()));
        LedgerKey key = new LedgerKey(subset.stage(), subset.kind(), row.itemId(), params);
        return new CandidateRow(
                row.subset(),
                row.itemId(),
                params,
                row.style(),
                row.title(),
                row.span().first() + "–" + (row.span().end() - 1),
                new TreeMap<>(candidate.measured()),
                candidate.said().difficulty(),
                candidate.said().benchmark(),
                ItemLink.href(key),
                row.artifacts().containsKey("first-frame")
                        ? "/file?" + ItemLink.query(key) + "&name=first-frame"
                        : null);
    }

    /// In words, for the page.
    @JsonIgnore
    public String getNumbers() {
        return measured.entrySet().stream()
                .map(each -> each.getKey() + " " + ShownNumbers.value(each.getValue()))
                .collect(Collectors.joining(", "));
    }
}
