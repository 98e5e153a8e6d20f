package org.magicanime.dataset.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.ReviewDecided;

/// Where rows are kept. Putting the same rows in any order and any number of times leaves the same ledger.
///
/// Every method may throw what is {@link org.magicanime.contracts.Busy}.
public interface Ledger {
    /// Keeps rows, merged with those that are there, or none of them.
    ///
    /// @param rows one for each key
    /// @param times one for each film
    /// @param decisions one for each pair of faces
    /// @param reviews in any order, any number of times
    void put(
            Collection<LedgerRow> rows,
            Collection<StageParameters> parameters,
            Collection<FilmTime> times,
            Collection<CharacterDecided> decisions,
            Collection<ReviewDecided> reviews,
            Collection<Heard.GivenUp> givenUp);

    /// Notes how far topics were taken; what was noted before is never taken back.
    void reached(Map<TopicPlace, Long> next);

    /// How far topics were taken: offset of the first record that was not. Those that were not taken at all are absent.
    Map<TopicPlace, Long> reached(Set<TopicPlace> places);

    /// A partition of a topic.
    record TopicPlace(String topic, int partition) {}
}
