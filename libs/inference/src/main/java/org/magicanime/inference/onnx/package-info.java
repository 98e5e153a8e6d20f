/// ONNX Runtime; no other package knows it.
@NullMarked
package org.magicanime.inference.onnx;

import org.jspecify.annotations.NullMarked;
