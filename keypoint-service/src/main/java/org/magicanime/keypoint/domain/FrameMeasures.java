package org.magicanime.keypoint.domain;

/// What was measured in one frame. Where no body was tracked, all values of the body are 0.
///
/// @param characters how many were counted, over the samples around this frame
/// @param countScore 0 to 1: of the best detection if there is at most one character, of the second best otherwise
/// @param animalScore 0 to 1: of the best animal; 0 if a detector that knows both sees a person better, or none is at
///     hand
/// @param largeFace 0 to 1: of a face that fills much of the picture; 0 if there is none
/// @param startScore 0 to 1: of the detection that the track of the body began with
/// @param bodyScore 0 to 1: the pose model's own, which says little by itself on drawings
/// @param nose 0 to 1: visibility, 0 outside of the picture
/// @param shoulders 0 to 1: of the one that is seen less
/// @param hips 0 to 1: likewise
/// @param proportion width of the shoulders / length of the torso, in the picture
/// @param shift how far the joints move if the model is shown another region: median over the joints, in sides of the
///     region (the larger one of the two tests around this frame)
/// @param regionSide side of the region that the pose model was shown, in pixels of the film
/// @param faceScore 0 to 1: of the face mesh
/// @param leftHand 0 to 1: of the left hand
/// @param rightHand 0 to 1: of the right hand
public record FrameMeasures(
        int characters,
        double countScore,
        double animalScore,
        double largeFace,
        double startScore,
        double bodyScore,
        double nose,
        double shoulders,
        double hips,
        double proportion,
        double shift,
        double regionSide,
        double faceScore,
        double leftHand,
        double rightHand) {

    /// A frame without a tracked body.
    public static FrameMeasures withoutBody(int characters, double countScore, double animalScore) {
        return new FrameMeasures(characters, countScore, animalScore, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    FrameMeasures withProportion(double other) {
        return new FrameMeasures(
                characters,
                countScore,
                animalScore,
                largeFace,
                startScore,
                bodyScore,
                nose,
                shoulders,
                hips,
                other,
                shift,
                regionSide,
                faceScore,
                leftHand,
                rightHand);
    }
}
