/// Says in words what a clip shows and how its character moves; consumes `clip.posed.v1`, produces
/// `clip.captioned.v1`.
@NullMarked
package org.magicanime.caption;

import org.jspecify.annotations.NullMarked;
