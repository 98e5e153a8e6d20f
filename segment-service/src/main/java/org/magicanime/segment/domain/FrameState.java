package org.magicanime.segment.domain;

/// Why a frame cannot be part of a clip.
enum FrameState {
    USABLE("", ""),
    DAMAGED("damaged", "the decoder reported an error in these frames"),
    BLACK("black", "nearly every pixel of these frames is black"),
    BLANK("blank", "these frames have one colour"),
    FADE("fade", "these frames fade from or to one colour"),
    DISSOLVE("dissolve", "one shot goes over into another in these frames"),
    FROZEN("frozen", "the picture stands still in these frames for longer than the limit");

    final String code;
    final String reason;

    FrameState(String code, String reason) {
        this.code = code;
        this.reason = reason;
    }
}
