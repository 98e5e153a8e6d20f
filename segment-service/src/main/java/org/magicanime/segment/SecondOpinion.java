package org.magicanime.segment;

/// Who else says something of each boundary, and decides nothing.
enum SecondOpinion {
    NONE,
    TRANSNETV2
}
