/// A network that looks for shots.
@NullMarked
package org.magicanime.segment.model;

import org.jspecify.annotations.NullMarked;
