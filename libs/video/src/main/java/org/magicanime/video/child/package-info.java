/// The process that reads a stranger's film: one request, one film, then it ends.
@NullMarked
package org.magicanime.video.child;

import org.jspecify.annotations.NullMarked;
