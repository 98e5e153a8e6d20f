package org.magicanime.dataset.domain;

import java.util.List;
import org.magicanime.dataset.domain.Accounting.OpenAccount;
import org.magicanime.dataset.domain.Accounting.StageFunnel;

/// Everything that is counted of one film.
///
/// @param open its accounts that do not close
/// @param stages what each stage kept and dropped of it, in order of the stages
public record FilmDetails(FilmAccount film, List<OpenAccount> open, List<StageFunnel> stages) {
    public FilmDetails {
        open = List.copyOf(open);
        stages = List.copyOf(stages);
    }
}
