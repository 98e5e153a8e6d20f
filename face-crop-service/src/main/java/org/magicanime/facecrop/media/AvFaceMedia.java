package org.magicanime.facecrop.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.magicanime.facecrop.domain.ClipTimes;
import org.magicanime.facecrop.domain.FaceMedia;
import org.magicanime.facecrop.domain.Landmarks;
import org.magicanime.numpy.FloatArray;
import org.magicanime.numpy.NumpyFile;
import org.magicanime.video.cut.SoundPart;
import org.magicanime.video.decode.OwnClip;

/// Faces by libav*, in this process: clips are our own, so no sandbox stands around their decoder.
public final class AvFaceMedia implements FaceMedia {
    /// COCO-WholeBody (Jin et al., ECCV 2020) has 133 points, the 68 of the face from 23 on.
    private static final int ALL_POINTS = 133;

    private static final int FIRST_OF_FACE = 23;

    @Override
    public List<Landmarks> readFaces(Path keypoints) {
        FloatArray array;
        try {
            array = NumpyFile.read(keypoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the key points cannot be read: " + e.getMessage(), e);
        }
        int frames = array.shape().getFirst();
        if (!array.shape().equals(List.of(frames, ALL_POINTS, Landmarks.VALUES))) {
            throw new IllegalStateException("the key points have the shape " + array.shape());
        }
        List<Landmarks> faces = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            int from = (frame * ALL_POINTS + FIRST_OF_FACE) * Landmarks.VALUES;
            faces.add(new Landmarks(
                    Arrays.copyOfRange(array.values(), from, from + Landmarks.POINTS * Landmarks.VALUES)));
        }
        return faces;
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
