package org.magicanime.segment.domain;

/// What becomes of scores above the threshold that follow each other too closely.
///
/// Source: PySceneDetect 0.6.7.1, `scenedetect.scene_detector.FlashFilter` (frame numbers, not seconds).
public enum FlashFilter {
    /// Cuts closer than the least shot length are merged into one, placed at the last of them. The default since 0.6.4.
    MERGE,
    /// A cut that follows the last one too closely is ignored. All that 0.6.3 knew.
    SUPPRESS
}
