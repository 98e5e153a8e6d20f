/// Rows as Parquet, by DuckDB within this process.
@NullMarked
package org.magicanime.dataset.storage.parquet;

import org.jspecify.annotations.NullMarked;
