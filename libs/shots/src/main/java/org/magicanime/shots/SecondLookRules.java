package org.magicanime.shots;

import java.util.Map;
import java.util.TreeMap;

/// What makes a cut within a shot whose first and last second show different drawings. How each value was chosen
/// is said in `docs/shots.md`.
///
/// @param leastEnds a shot is examined again if its ends are at least this unlike (1 − correlation of gradients,
///     with what colour adds), as both sides of a cut are
/// @param leastStructure the drawing has changed by at least this from one frame to the next, likewise
/// @param leastUnexplained and the picture, whatever moved in it (in standard deviations of luma plus 4)
/// @param leastChanged and at least this share of its blocks, 0 to 1
/// @param leastCalm and so much more than in the livelier of both sides (ratio)
/// @param leastLasting the ends of the shot differ by at least this share of what changed there: what leaves
///     again was no cut
public record SecondLookRules(
        double leastEnds,
        double leastStructure,
        double leastUnexplained,
        double leastChanged,
        double leastCalm,
        double leastLasting) {
    public static final SecondLookRules DEFAULT = new SecondLookRules(0.65, 0.7, 0.08, 0.12, 2, 0.75);

    /// By name, as told with everything that is made with them.
    public Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put("shots.second-look.ends", Double.toString(leastEnds));
        all.put("shots.second-look.structure", Double.toString(leastStructure));
        all.put("shots.second-look.unexplained", Double.toString(leastUnexplained));
        all.put("shots.second-look.changed", Double.toString(leastChanged));
        all.put("shots.second-look.calm", Double.toString(leastCalm));
        all.put("shots.second-look.lasting", Double.toString(leastLasting));
        return all;
    }
}
