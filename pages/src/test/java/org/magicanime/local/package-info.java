/// Every page of the whole system, clicked through as a person does.
@NullMarked
package org.magicanime.local;

import org.jspecify.annotations.NullMarked;
