package org.magicanime.judging;

/// Why frames are left out. Each stage has its own reasons, as an enum.
public interface Reason {
    /// For machines, such as `too-small`.
    String code();

    /// For people, such as `the face is too small`.
    String words();
}
