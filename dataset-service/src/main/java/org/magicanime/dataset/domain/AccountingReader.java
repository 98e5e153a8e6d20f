package org.magicanime.dataset.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the accounts. May throw what is {@link org.magicanime.contracts.Busy}.
public interface AccountingReader {
    /// What became of everything, at one moment.
    Accounting read();

    /// How fast films come through.
    FilmProgress progress();

    /// Films by title and id.
    ///
    /// @param style of these only; absent for all
    /// @param after id of the film to begin behind; absent for the beginning
    /// @param most how many
    /// @return none if there is no film with the id `after`
    List<FilmAccount> films(@Nullable String style, @Nullable String after, int most);

    /// What became of one film.
    Optional<FilmDetails> film(String videoId);
}
