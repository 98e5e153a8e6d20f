package org.magicanime.segment.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.CartoonRules;
import org.magicanime.shots.SecondLookRules;
import org.magicanime.shots.Shots;
import org.magicanime.video.FilmMeasures;
import org.magicanime.video.MeasureOptions.Downscale;

/// The shot detectors that one can choose between by name.
public enum Detector {
    /// `CartoonDetector` of libs/shots: cuts, fades, dissolves and flashes, made for drawn films.
    CARTOON("cartoon", null, Downscale.LUMA_64),
    /// PySceneDetect 0.6.7.1 `ContentDetector` with its defaults, to the bit.
    CONTENT_0_6_7("content-0.6.7", FlashFilter.MERGE, Downscale.LONGER_SIDE_256),
    /// PySceneDetect 0.6.3, which was current when the paper was written: no merging, another sample size.
    PAPER_2024("paper-2024", FlashFilter.SUPPRESS, Downscale.WIDTH_256),
    /// TransNet V2, a network that must be made or fetched first; see {@link FilmMeasuring}.
    TRANSNETV2("transnetv2", null, Downscale.LUMA_64);

    private static final double PYSCENEDETECT_THRESHOLD = 27;
    private static final int PYSCENEDETECT_LEAST_SHOT = 15;

    private final String id;
    private final @Nullable FlashFilter filter;
    private final Downscale downscale;

    Detector(String id, @Nullable FlashFilter filter, Downscale downscale) {
        this.id = id;
        this.filter = filter;
        this.downscale = downscale;
    }

    /// The name in the parameters of every artifact.
    public String id() {
        return id;
    }

    /// The names of all.
    public static List<String> ids() {
        return Arrays.stream(values()).map(Detector::id).toList();
    }

    /// Whether a {@link ShotNetwork} finds the shots.
    public boolean needsNetwork() {
        return this == TRANSNETV2;
    }

    public Downscale downscale() {
        return downscale;
    }

    /// Every frame of the film in exactly one shot.
    ///
    /// @param film measured with {@link #downscale()}, by {@link FilmMeasuring} if a network is needed
    public List<FrameSpan> shots(FilmMeasures film) {
        return filter == null
                ? Shots.between(film.boundaries(), film.frames())
                : new ShotDetection(PYSCENEDETECT_THRESHOLD, PYSCENEDETECT_LEAST_SHOT, filter)
                        .shots(film.contentScore());
    }

    /// What the detector saw, in order. PySceneDetect's and the network know cuts only, the former's all equally
    /// certain.
    ///
    /// @param film measured with {@link #downscale()}, by {@link FilmMeasuring} if a network is needed
    public List<Boundary> boundaries(FilmMeasures film) {
        return filter == null
                ? film.boundaries()
                : shots(film).stream()
                        .skip(1)
                        .map(shot -> Boundary.certainCut((int) shot.first()))
                        .toList();
    }

    /// What the detector goes by, by name.
    Map<String, String> parameters() {
        if (needsNetwork()) {
            return NetworkShots.parameters();
        }
        if (filter != null) {
            return Map.of();
        }
        Map<String, String> all = new TreeMap<>(CartoonRules.DEFAULT.parameters());
        all.putAll(SecondLookRules.DEFAULT.parameters());
        return all;
    }
}
