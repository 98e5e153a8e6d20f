package org.magicanime.segment;

import org.eclipse.microprofile.config.spi.Converter;
import org.magicanime.segment.domain.Detector;

/// Reads the name of a shot detector as it is told in parameters, or with hyphens in the place of dots.
public final class DetectorConverter implements Converter<Detector> {
    private static final long serialVersionUID = 1L;

    /// For the configuration.
    public DetectorConverter() {}

    @Override
    public Detector convert(String value) {
        for (Detector detector : Detector.values()) {
            if (detector.id().replace('.', '-').equals(value.trim().replace('.', '-'))) {
                return detector;
            }
        }
        throw new IllegalArgumentException("there is no shot detector '" + value + "'; there are " + Detector.ids());
    }
}
