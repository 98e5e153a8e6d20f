/// What people decide about items, and what they should look at next.
@NullMarked
package org.magicanime.dataset.domain.review;

import org.jspecify.annotations.NullMarked;
