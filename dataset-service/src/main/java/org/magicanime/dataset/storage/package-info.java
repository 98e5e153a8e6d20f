/// The ledger in PostgreSQL.
@NullMarked
package org.magicanime.dataset.storage;

import org.jspecify.annotations.NullMarked;
