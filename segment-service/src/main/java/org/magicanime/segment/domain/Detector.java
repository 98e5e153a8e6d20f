package org.magicanime.segment.domain;

import org.magicanime.video.MeasureOptions.Downscale;

/// The shot detectors that one can choose between by name.
public enum Detector {
    /// PySceneDetect 0.6.7.1 `ContentDetector` with its defaults, to the bit.
    CONTENT_0_6_7("content-0.6.7", FlashFilter.MERGE, Downscale.LONGER_SIDE_256),
    /// PySceneDetect 0.6.3, which was current when the paper was written: no merging, another sample size.
    PAPER_2024("paper-2024", FlashFilter.SUPPRESS, Downscale.WIDTH_256);

    private static final double PYSCENEDETECT_THRESHOLD = 27;
    private static final int PYSCENEDETECT_LEAST_SHOT = 15;

    private final String id;
    private final FlashFilter filter;
    private final Downscale downscale;

    Detector(String id, FlashFilter filter, Downscale downscale) {
        this.id = id;
        this.filter = filter;
        this.downscale = downscale;
    }

    /// The name in the parameters of every artifact.
    public String id() {
        return id;
    }

    public Downscale downscale() {
        return downscale;
    }

    public ShotDetection detection() {
        return new ShotDetection(PYSCENEDETECT_THRESHOLD, PYSCENEDETECT_LEAST_SHOT, filter);
    }
}
