package org.magicanime.facecrop.domain;

import java.nio.file.Path;
import java.util.List;
import org.magicanime.pictures.ClipPictures;

/// Reads what the stages before made of a clip, and writes the files of its faces. The same input gives the same bytes.
public interface FaceMedia {
    /// Reads a span's `keypoints-raw.npy`.
    ///
    /// @return one of each frame, in pixels of the film
    /// @throws IllegalStateException if the file has anything else
    List<BodyPoints> readBodies(Path keypoints);

    /// @param clip of a pose span
    /// @param width pixels as shown: what the coded picture has beyond it is left off
    /// @param height likewise
    /// @param longestSide pixels; larger pictures are made smaller (area mean), smaller ones stay as they are
    /// @param folder for the pictures
    /// @throws IllegalStateException if the clip cannot be decoded
    ClipPictures open(Path clip, int width, int height, int longestSide, Path folder);

    /// Cuts faces out of a clip, which is decoded once for all of them.
    ///
    /// @param clip of a pose span
    /// @param width pixels as shown: what the coded picture has beyond it is left off
    /// @param height likewise
    /// @param works whose files do not exist yet
    /// @throws IllegalStateException if the clip cannot be decoded, or ends before the last face
    void crop(Path clip, int width, int height, List<CropWork> works);

    /// Cuts a part out of a clip's sound.
    ///
    /// @param sound `sound.flac`
    /// @param target where the part goes: FLAC with the same rate, channels and samples
    /// @throws IllegalStateException if the sound cannot be read
    void cutSound(Path sound, ClipTimes.Samples part, Path target);

    /// Writes a NumPy file: float32, little-endian, C order, `[frames, 68, 3]`.
    void writeNpy(List<Landmarks> landmarks, Path target);

    /// One face clip to be made.
    ///
    /// @param first of its frames, counted in the clip that it is cut from
    /// @param windows of each frame
    /// @param landmarks of each frame, in pixels of the face clip
    /// @param face where `face.mp4` goes: 512×512 pixels, with the times of the clip's frames (beginning at 0)
    /// @param overlay where `face-over.mp4` goes: the same with the landmarks
    /// @param firstFrame where `first.png` goes
    record CropWork(
            int first, List<CropWindow> windows, List<Landmarks> landmarks, Path face, Path overlay, Path firstFrame) {
        public CropWork {
            windows = List.copyOf(windows);
            landmarks = List.copyOf(landmarks);
        }

        /// The frame after the last one.
        public int end() {
            return first + windows.size();
        }
    }
}
