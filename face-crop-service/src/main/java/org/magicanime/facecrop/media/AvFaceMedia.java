package org.magicanime.facecrop.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.magicanime.facecrop.domain.BodyPoints;
import org.magicanime.facecrop.domain.ClipTimes;
import org.magicanime.facecrop.domain.FaceMedia;
import org.magicanime.facecrop.domain.Landmarks;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.pictures.ClipPictures;
import org.magicanime.pictures.decoded.DecodedPictures;
import org.magicanime.video.cut.SoundPart;
import org.magicanime.video.decode.OwnClip;

/// Faces by libav*, in this process: clips are our own, so no sandbox stands around their decoder.
public final class AvFaceMedia implements FaceMedia {
    @Override
    public List<BodyPoints> readBodies(Path keypoints) {
        FloatArray array;
        try {
            array = NumpyFile.read(keypoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the key points cannot be read: " + e.getMessage(), e);
        }
        int frames = array.shape().getFirst();
        if (!array.shape().equals(List.of(frames, BodyPoints.POINTS, BodyPoints.VALUES))) {
            throw new IllegalStateException("the key points have the shape " + array.shape());
        }
        int size = BodyPoints.POINTS * BodyPoints.VALUES;
        List<BodyPoints> bodies = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            bodies.add(new BodyPoints(Arrays.copyOfRange(array.values(), frame * size, (frame + 1) * size)));
        }
        return bodies;
    }

    @Override
    public ClipPictures open(Path clip, int width, int height, int longestSide, Path folder) {
        return DecodedPictures.of(clip, width, height, longestSide, folder);
    }

    @Override
    public void crop(Path clip, int width, int height, List<CropWork> works) {
        try (OwnClip decoded = new OwnClip(clip, width, height);
                CroppedFaces faces = new CroppedFaces(decoded, width, height, works)) {
            faces.write();
        }
    }

    @Override
    public void cutSound(Path sound, ClipTimes.Samples part, Path target) {
        SoundPart.cut(sound, part.first(), part.end(), target);
    }

    @Override
    public void writeNpy(List<Landmarks> landmarks, Path target) {
        float[] values = new float[landmarks.size() * Landmarks.POINTS * Landmarks.VALUES];
        int at = 0;
        for (Landmarks face : landmarks) {
            for (int point = 0; point < Landmarks.POINTS; point++) {
                values[at++] = face.x(point);
                values[at++] = face.y(point);
                values[at++] = face.confidence(point);
            }
        }
        try {
            NumpyFile.write(
                    new FloatArray(List.of(landmarks.size(), Landmarks.POINTS, Landmarks.VALUES), values), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
