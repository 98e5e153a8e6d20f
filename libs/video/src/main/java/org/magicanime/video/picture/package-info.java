/// Films as pictures in RGB, for somebody who compares them.
@NullMarked
package org.magicanime.video.picture;

import org.jspecify.annotations.NullMarked;
