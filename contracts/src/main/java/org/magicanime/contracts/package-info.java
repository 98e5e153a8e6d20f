/// What services say to each other: events, ids and object keys. JDK types only, no framework, so that any reader of a
/// topic can depend on it.
@NullMarked
package org.magicanime.contracts;

import org.jspecify.annotations.NullMarked;
