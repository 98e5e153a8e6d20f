/// Films as files: probing, measuring and cutting a stranger's bytes, each in a child process of its own.
@NullMarked
package org.magicanime.video;

import org.jspecify.annotations.NullMarked;
