package org.magicanime.video.cut;

import java.nio.file.Path;
import org.magicanime.video.decode.SoundTrack;

/// Cuts a part out of a clip's sound.
public final class SoundPart {
    private SoundPart() {}

    /// @param sound `sound.flac` of a clip
    /// @param first sample of the part
    /// @param end the sample after its last; beyond the sound there is silence
    /// @param target where the part goes: FLAC with the same rate, channels and samples
    /// @throws IllegalStateException if the sound cannot be read
    public static void cut(Path sound, long first, long end, Path target) {
        try (SoundTrack track = SoundTrack.ofClip(sound)) {
            if (!track.exists()) {
                throw new IllegalStateException("the file " + sound.getFileName() + " has no sound");
            }
            ClipFiles.writeFlac(target, track, track.read(first, end));
        }
    }
}
