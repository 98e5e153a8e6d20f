/// Pictures of clips that we encoded.
@NullMarked
package org.magicanime.dataset.media;

import org.jspecify.annotations.NullMarked;
