package org.magicanime.dataset.domain;

/// Reads the statistics. May throw what is {@link org.magicanime.contracts.Busy}.
public interface StatisticsReader {
    /// How large the data set is, at one moment.
    Statistics read();
}
