/// Everything on one machine: the processes, what is dropped and what comes out, and the command line.
@NullMarked
package org.magicanime.local;

import org.jspecify.annotations.NullMarked;
