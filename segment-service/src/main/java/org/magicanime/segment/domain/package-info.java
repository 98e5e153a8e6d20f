/// How a film is divided: shots, clips, and what is left out with which reason.
@NullMarked
package org.magicanime.segment.domain;

import org.jspecify.annotations.NullMarked;
