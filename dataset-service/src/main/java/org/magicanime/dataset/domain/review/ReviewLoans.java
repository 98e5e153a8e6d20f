package org.magicanime.dataset.domain.review;

import java.util.Collection;
import java.util.List;

/// Lends items to the one who looks at them, so that nobody else is shown them meanwhile. A loan ends by itself when it
/// is not renewed: what a browser that was closed had before it is shown to others then. A decision about something
/// that is lent no more, or to another, is as good as any. May throw what is {@link org.magicanime.contracts.Busy}.
public interface ReviewLoans {
    /// The first items of the queue that are lent to nobody, in its order; they are lent from now on.
    ///
    /// @param borrower names this loan
    /// @param most how many
    List<QueueItem> lend(QueueFilter filter, String borrower, int most);

    /// Begins the time of these loans anew.
    void renew(Collection<String> borrowers);

    void end(Collection<String> borrowers);
}
