package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.magicanime.dataset.domain.Heard.GivenUp;
import org.magicanime.dataset.domain.Heard.Told;

/// Writes down what was heard.
public final class LedgerKeeper {
    private final Ledger ledger;

    public LedgerKeeper(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Writes all of it down, or nothing.
    public void keep(List<Heard> heard) {
        // Sorted, so that two processes that write the same rows do not wait for each other for ever.
        TreeMap<LedgerKey, LedgerRow> rows = new TreeMap<>();
        Set<StageParameters> parameters = new HashSet<>();
        List<GivenUp> givenUp = new ArrayList<>();
        for (Heard each : heard) {
            switch (each) {
                case Told told -> {
                    LedgerRows.of(told.event(), told.digest())
                            .forEach(row -> rows.merge(row.key(), row, LedgerRow::merge));
                    StageParameters.of(told.event()).ifPresent(parameters::add);
                }
                case GivenUp letter -> givenUp.add(letter);
            }
        }
        ledger.put(rows.values(), parameters, givenUp);
    }
}
