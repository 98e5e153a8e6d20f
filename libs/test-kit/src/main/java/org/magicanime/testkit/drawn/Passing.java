package org.magicanime.testkit.drawn;

import org.jspecify.annotations.Nullable;

/// Where in a transition a picture is.
///
/// @param kind null where the picture belongs to its shot alone
/// @param share of the transition that is behind us
/// @param veil how much of the picture is covered by black or white, 0 to 1
record Passing(Transition.@Nullable Kind kind, double share, double veil) {
    private static final Passing NONE = new Passing(null, 1, 0);

    /// @param within frame of the scene
    static Passing at(Scene scene, long within) {
        Transition in = scene.in();
        if (within < in.frames()) {
            double share = (within + 1.0) / (in.frames() + 1.0);
            return new Passing(in.kind(), share, in.kind() == Transition.Kind.DISSOLVE ? 0 : 1 - share);
        }
        Transition out = scene.out();
        long since = within - (scene.frames() - out.frames());
        if (since >= 0 && out.frames() > 0) {
            double share = (since + 1.0) / (out.frames() + 1.0);
            return new Passing(out.kind(), share, share);
        }
        return NONE;
    }
}
