/// Keeps the ledger of every item and makes the data set's manifest of it; consumes all events and dead letters of the
/// other services.
@NullMarked
package org.magicanime.dataset;

import org.jspecify.annotations.NullMarked;
