package org.magicanime.dataset.web;

import org.magicanime.dataset.domain.benchmark.Selection.Stratum;

/// A stratum in the list of all.
///
/// @param cases how many there are
/// @param others candidates that are none
public record StratumLine(String name, int wanted, int cases, int others) {
    static StratumLine of(Stratum stratum) {
        return new StratumLine(
                stratum.name(),
                stratum.wanted(),
                stratum.chosen().size(),
                stratum.others().size());
    }

    public boolean isShort() {
        return cases < wanted;
    }

    public String getEncoded() {
        return ItemLink.encoded(name);
    }
}
