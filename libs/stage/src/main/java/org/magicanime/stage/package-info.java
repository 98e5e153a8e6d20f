/// The messaging kit of every service: three outcomes, publish then acknowledge, quarantine of poison, drain.
@NullMarked
package org.magicanime.stage;

import org.jspecify.annotations.NullMarked;
