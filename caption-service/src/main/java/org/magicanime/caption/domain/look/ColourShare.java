package org.magicanime.caption.domain.look;

/// A colour and its share of the pixels, 0 to 1.
public record ColourShare(ColourName colour, double share) {}
