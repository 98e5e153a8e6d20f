/// Takes films out of the ingest bucket; consumes `object.created.v1`, produces `video.ingested.v1` and
/// `item.rejected.v1`.
@NullMarked
package org.magicanime.ingest;

import org.jspecify.annotations.NullMarked;
