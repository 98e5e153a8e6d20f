/// The ledger as commands see it: where it is, brought up to the topics, shown.
@NullMarked
package org.magicanime.local.dataset;

import org.jspecify.annotations.NullMarked;
