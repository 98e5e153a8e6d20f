package org.magicanime.facecrop.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Point;
import org.magicanime.inference.picture.Roi;

/// Models that see faces. The same picture gives the same answer.
public interface FaceModels {
    /// The method of our own signature. Raised when its numbers come to mean something else.
    String SIGNATURE = "signature-1";

    /// Looks for the landmarks of a face.
    ///
    /// @param region about one and a half times as large as the face
    /// @return what is most like a face there, however little
    FaceSighting look(Picture picture, Roi region);

    /// Looks for faces.
    ///
    /// @param shown the part of the picture that is looked at
    /// @return for each face the region in which its landmarks are to be looked for, best first
    List<Roi> detect(Picture picture, Roi shown);

    /// What says how a face looks, in numbers that can be compared: a model's id, or our own signature.
    String appearanceMethod();

    /// What a model of its own says of how a face looks; empty if there is none, so that the signature is taken.
    ///
    /// @param points the 68 landmarks in pixels of the picture
    /// @return scaled so that faces of one character are mostly less than 1 apart
    Optional<double[]> embedding(Picture picture, List<Point> points);

    /// Everything that decides what they answer: settings, and the SHA-256 of each model by `model.ID`.
    Map<String, String> parameters();
}
