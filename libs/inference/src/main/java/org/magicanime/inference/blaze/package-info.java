/// Reads the outputs of MediaPipe's detectors and landmark models. Tensors in, numbers out: no session is needed.
@NullMarked
package org.magicanime.inference.blaze;

import org.jspecify.annotations.NullMarked;
