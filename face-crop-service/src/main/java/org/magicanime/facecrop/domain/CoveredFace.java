package org.magicanime.facecrop.domain;

import java.util.List;

/// How much of a face something hides that is not there for long: places of the face whose colour is not what it is in
/// the frames around.
final class CoveredFace {
    /// CIE 1976 colour difference: light that falls otherwise makes less of it.
    private static final double OTHER_COLOUR = 20;

    private CoveredFace() {}

    /// @param patches of each frame
    /// @param framesPerSecond of the film: a second to either side is looked at
    /// @return of each frame the share of its patches, 0 to 1
    static double[] of(List<double[]> patches, double framesPerSecond) {
        int reach = Math.max(3, (int) Math.round(framesPerSecond));
        double[] shares = new double[patches.size()];
        for (int i = 0; i < shares.length; i++) {
            double[] usual = IdentityChange.median(
                    patches.subList(Math.max(0, i - reach), Math.min(patches.size(), i + reach + 1)));
            int other = 0;
            for (int patch = 0; patch < FaceLook.PATCH_COUNT; patch++) {
                double sum = 0;
                for (int channel = 0; channel < FaceLook.LAB; channel++) {
                    double apart =
                            patches.get(i)[patch * FaceLook.LAB + channel] - usual[patch * FaceLook.LAB + channel];
                    sum += apart * apart;
                }
                other += Math.sqrt(sum) > OTHER_COLOUR ? 1 : 0;
            }
            shares[i] = (double) other / FaceLook.PATCH_COUNT;
        }
        return shares;
    }
}
