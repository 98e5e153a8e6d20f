package org.magicanime.dataset.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;
import org.magicanime.dataset.domain.benchmark.Candidate;
import org.magicanime.dataset.domain.benchmark.Selection.Stratum;

/// The cases of one kind, style and difficulty, and what else could be one.
///
/// @param stratum such as `face/japan/hard`
/// @param wanted how many cases the rules ask for
/// @param missing how many cases are missing, where too few candidates are there
/// @param candidates how many there are, those that people excluded among them
/// @param cases in the order in which they were chosen
/// @param others the first ones that are no cases, in the order in which they would be asked
public record StratumRow(
        String stratum, int wanted, int missing, int candidates, List<CandidateRow> cases, List<CandidateRow> others) {
    /// Those that a person may take in place of a case.
    private static final int MOST_OTHERS = 24;
    /// Those that may be taken back; others are on their own pages.
    private static final int MOST_EXCLUDED = 200;

    static StratumRow of(Stratum stratum) {
        return new StratumRow(
                stratum.name(),
                stratum.wanted(),
                stratum.shortfall(),
                stratum.chosen().size() + stratum.others().size(),
                stratum.chosen().stream().map(CandidateRow::of).toList(),
                Stream.concat(
                                stratum.others().stream()
                                        .filter(each -> !each.isExcluded())
                                        .limit(MOST_OTHERS),
                                stratum.others().stream()
                                        .filter(Candidate::isExcluded)
                                        .limit(MOST_EXCLUDED))
                        .map(CandidateRow::of)
                        .toList());
    }

    /// What there is of difficulty in its name, for the page.
    @JsonIgnore
    public String getDifficulty() {
        return stratum.substring(stratum.lastIndexOf('/') + 1);
    }

    /// Cases that there are, for the page.
    @JsonIgnore
    public int getCounted() {
        return cases.size();
    }
}
