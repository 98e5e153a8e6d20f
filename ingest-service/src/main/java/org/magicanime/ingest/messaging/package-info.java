/// The only room that hears and tells.
@NullMarked
package org.magicanime.ingest.messaging;

import org.jspecify.annotations.NullMarked;
