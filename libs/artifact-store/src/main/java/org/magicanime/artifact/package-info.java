/// The object store behind a port: bytes go in under derived keys, once, and come out checked.
@NullMarked
package org.magicanime.artifact;

import org.jspecify.annotations.NullMarked;
