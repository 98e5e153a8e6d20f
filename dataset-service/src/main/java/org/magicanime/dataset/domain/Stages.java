package org.magicanime.dataset.domain;

import java.util.Comparator;
import java.util.List;

/// The order in which stages follow each other.
public final class Stages {
    /// Of names of stages; others come behind those that are known, by name.
    public static final Comparator<String> IN_ORDER;

    private static final List<String> ALL =
            List.of("ingest", "segment", "keypoint", "face-crop", "audio", "caption", "dataset");

    static {
        IN_ORDER = Comparator.<String>comparingInt(stage -> ALL.contains(stage) ? ALL.indexOf(stage) : ALL.size())
                .thenComparing(Comparator.naturalOrder());
    }

    private Stages() {}
}
