/// What a valid pose is, which frames make a span, and why the others do not.
@NullMarked
package org.magicanime.keypoint.domain;

import org.jspecify.annotations.NullMarked;
