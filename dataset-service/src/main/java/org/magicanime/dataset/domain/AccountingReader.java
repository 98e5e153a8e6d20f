package org.magicanime.dataset.domain;

/// Reads the accounts. May throw what is {@link org.magicanime.contracts.Busy}.
public interface AccountingReader {
    /// What became of everything, at one moment.
    Accounting read();
}
