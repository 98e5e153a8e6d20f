/// What becomes of an object that a stranger dropped.
@NullMarked
package org.magicanime.ingest.domain;

import org.jspecify.annotations.NullMarked;
