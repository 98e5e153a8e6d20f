package org.magicanime.facecrop.model;

import org.magicanime.facecrop.domain.FaceSighting;
import org.magicanime.inference.Models;
import org.magicanime.inference.blaze.FaceMesh;
import org.magicanime.inference.blaze.FaceMeshModel;
import org.magicanime.inference.picture.Picture;
import org.magicanime.inference.picture.Roi;

/// Landmarks out of the face mesh.
final class MeshLandmarks implements Landmarker {
    private final FaceMeshModel mesh;

    MeshLandmarks(Models models) {
        mesh = new FaceMeshModel(models);
    }

    @Override
    public FaceSighting look(Picture picture, Roi region) {
        FaceMesh face = mesh.look(picture, region);
        return new FaceSighting(face.score(), face.landmarks68(), face.next());
    }

    @Override
    public void close() {
        mesh.close();
    }
}
