package org.magicanime.dataset.domain;

import java.util.function.Supplier;

/// Holds the ledger still for somebody who reads it more than once. May throw what is
/// {@link org.magicanime.contracts.Busy}.
public interface LedgerMoment {
    /// Whatever is read within, on the same thread, is of one moment.
    <T> T atOneMoment(Supplier<T> reads);
}
