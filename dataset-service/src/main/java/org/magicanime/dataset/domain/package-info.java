/// What events mean for the ledger, accounting and manifest: plain Java.
@NullMarked
package org.magicanime.dataset.domain;

import org.jspecify.annotations.NullMarked;
