package org.magicanime.dataset.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;

/// The artifacts of an item, by what they are for.
public final class ItemFiles {
    private ItemFiles() {}

    public static SortedMap<String, ArtifactRef> of(ClipCut clip) {
        SortedMap<String, ArtifactRef> files =
                new TreeMap<>(Map.of("clip", clip.clip(), "first-frame", clip.firstFrame(), "frames", clip.frames()));
        ArtifactRef sound = clip.sound();
        if (sound != null) {
            files.put("sound", sound);
        }
        return files;
    }

    public static SortedMap<String, ArtifactRef> of(ClipPosed clip) {
        return new TreeMap<>(Map.of("poses", clip.poses()));
    }

    public static SortedMap<String, ArtifactRef> of(PoseSpan span) {
        return new TreeMap<>(Map.of(
                "clip", span.clip(),
                "keypoints", span.keypoints(),
                "keypoints-raw", span.rawKeypoints(),
                "annotation", span.annotation(),
                "pose-video", span.poseVideo(),
                "overlay", span.overlay(),
                "quality", span.quality()));
    }

    /// Those of the general caption.
    public static SortedMap<String, ArtifactRef> of(ClipCaptioned clip) {
        SortedMap<String, ArtifactRef> files = of(clip.general());
        files.put("captions", clip.document());
        return files;
    }

    public static SortedMap<String, ArtifactRef> of(Caption caption) {
        return new TreeMap<>(Map.of("caption", caption.caption(), "facts", caption.facts()));
    }

    public static SortedMap<String, ArtifactRef> of(FacesCropped clip) {
        return new TreeMap<>(Map.of("faces", clip.document()));
    }

    public static SortedMap<String, ArtifactRef> of(SpeechExtracted clip) {
        return new TreeMap<>(Map.of("speech", clip.document()));
    }

    /// With those of the face clip that make the item whole.
    public static SortedMap<String, ArtifactRef> of(SpeechClip speech) {
        return new TreeMap<>(Map.of(
                "clip", speech.clip(),
                "face", speech.face().clip(),
                "landmarks", speech.face().landmarks(),
                "crop", speech.face().crop(),
                "speech", speech.speech(),
                "background", speech.background(),
                "sync", speech.sync(),
                "quality", speech.quality()));
    }

    public static SortedMap<String, ArtifactRef> of(FaceClip face) {
        SortedMap<String, ArtifactRef> files = new TreeMap<>(Map.of(
                "clip", face.clip(),
                "landmarks", face.landmarks(),
                "crop", face.crop(),
                "first-frame", face.firstFrame(),
                "overlay", face.overlay(),
                "mouth", face.mouth(),
                "quality", face.quality()));
        ArtifactRef sound = face.sound();
        if (sound != null) {
            files.put("sound", sound);
        }
        return files;
    }
}
