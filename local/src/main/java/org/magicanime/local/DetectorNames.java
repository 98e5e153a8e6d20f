package org.magicanime.local;

import java.util.Iterator;
import org.magicanime.segment.domain.Detector;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The names of shot detectors on the command line.
final class DetectorNames implements ITypeConverter<Detector>, Iterable<String> {
    @Override
    public Detector convert(String value) {
        for (Detector detector : Detector.values()) {
            if (detector.id().equals(value)) {
                return detector;
            }
        }
        throw new TypeConversionException("there is no detector '" + value + "'; there are " + Detector.ids());
    }

    @Override
    public Iterator<String> iterator() {
        return Detector.ids().iterator();
    }
}
