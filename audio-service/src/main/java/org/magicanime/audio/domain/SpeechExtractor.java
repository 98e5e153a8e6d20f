package org.magicanime.audio.domain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.magicanime.audio.domain.SoundVerdict.Made;
import org.magicanime.audio.domain.SpeechArchive.Kept;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ParamsHash;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.Telling;
import org.magicanime.judging.LeftOut;
import org.magicanime.judging.Missed;
import org.magicanime.video.WorkFolder;
import org.magicanime.video.WorkFolders;

/// Judges and cleans the sound of a clip's face clips, and tells what is kept and what is not.
///
/// May be killed at any point and run again: a clip whose face clips were all judged is told again from its record.
public final class SpeechExtractor {
    private static final String STAGE = "audio";
    private static final String MP3 = "audio/mpeg";
    private static final String FLAC = "audio/flac";
    private static final String MP4 = "video/mp4";

    private final SoundMedia media;
    private final Supplier<SpeechModels> models;
    private final SpeechArchive archive;
    private final SpeechParameters parameters;
    private final SpeechBank bank;
    private final WorkFolders workFolders;

    /// @param models gives the models, or throws what is {@link org.magicanime.contracts.Busy} while
    ///     they are not there
    public SpeechExtractor(
            SoundMedia media,
            Supplier<SpeechModels> models,
            SpeechArchive archive,
            SpeechParameters parameters,
            SpeechBank bank,
            WorkFolders workFolders) {
        this.media = media;
        this.models = models;
        this.archive = archive;
        this.parameters = parameters;
        this.bank = bank;
        this.workFolders = workFolders;
    }

    /// @param tell publishes events and waits for their acknowledgement
    public void extract(FacesCropped clip, Telling tell) {
        SpeechModels ready = models.get();
        Map<String, String> byName = parameters.byName(ready.parameters(), clip.paramsHash());
        String paramsHash = ParamsHash.of(byName);
        Optional<Kept> known = archive.find(clip.clipId(), paramsHash);
        close(clip, known.isPresent() ? known.get() : judge(clip, ready, byName, paramsHash), tell);
    }

    private Kept judge(FacesCropped clip, SpeechModels ready, Map<String, String> byName, String paramsHash) {
        SoundJudge judge = new SoundJudge(ready, media, parameters.rules(), bank);
        List<SoundQuality> measured = new ArrayList<>();
        List<SpeechClip> speech = new ArrayList<>();
        List<SpeechClip> undecided = new ArrayList<>();
        List<ItemRejected> rejections = new ArrayList<>();
        for (FaceClip face : clip.faces()) {
            try (WorkFolder folder = workFolders.create()) {
                Path faceFile = folder.path().resolve("face.mp4");
                archive.fetch(face.clip(), faceFile);
                SoundVerdict verdict = judge.judge(
                        face.faceId(),
                        sound(face, ready, folder.path()),
                        mouth(face, folder.path()),
                        media.times(faceFile));
                measured.add(verdict.quality());
                Missed missed = verdict.missed();
                if (missed != null) {
                    rejections.add(rejection(clip, face, missed, paramsHash, byName));
                }
                Made made = verdict.made();
                if (made != null) {
                    (missed == null ? speech : undecided).add(write(face, faceFile, verdict, made, paramsHash, folder));
                }
            }
        }
        return archive.keep(new ClipSpeech(
                clip.clipId(),
                paramsHash,
                byName,
                clip.faces().stream().map(FaceClip::span).toList(),
                measured,
                speech,
                undecided,
                rejections));
    }

    private FilmSound sound(FaceClip face, SpeechModels ready, Path folder) {
        ArtifactRef sound = face.sound();
        if (sound == null) {
            return FilmSound.NONE;
        }
        Path file = folder.resolve("sound.flac");
        archive.fetch(sound, file);
        return ready.separator() == null ? media.read(file) : media.readWithSides(file);
    }

    private MouthSeries mouth(FaceClip face, Path folder) {
        Path file = folder.resolve("mouth.json");
        archive.fetch(face.mouth(), file);
        MouthSeries mouth = archive.mouth(file);
        if (mouth.frames().size() != face.span().frames()) {
            throw new IllegalStateException("the face clip " + face.faceId() + " has mouths in "
                    + mouth.frames().size() + " of " + face.span().frames() + " frames");
        }
        return mouth;
    }

    private SpeechClip write(
            FaceClip face, Path faceFile, SoundVerdict verdict, Made made, String paramsHash, WorkFolder folder) {
        Path speech = folder.path().resolve("speech.mp3");
        Path background = folder.path().resolve("background.flac");
        Path clip = folder.path().resolve("face-speech.mp4");
        media.writeMp3(made.speech(), speech);
        media.writeFlac(made.background(), background);
        media.writeClip(faceFile, made.speech(), clip);
        return new SpeechClip(
                face,
                keep(face, paramsHash, speech, MP3),
                keep(face, paramsHash, background, FLAC),
                archive.keep(face.faceId(), paramsHash, "sync.json", made.sync()),
                keep(face, paramsHash, clip, MP4),
                archive.keep(face.faceId(), paramsHash, "quality.json", verdict.quality()),
                verdict.passed());
    }

    private ArtifactRef keep(FaceClip face, String paramsHash, Path file, String mediaType) {
        return archive.keep(face.faceId(), paramsHash, file.getFileName().toString(), file, mediaType);
    }

    private static ItemRejected rejection(
            FacesCropped clip, FaceClip face, Missed missed, String paramsHash, Map<String, String> byName) {
        return new LeftOut(0, Math.toIntExact(face.span().frames()), missed)
                .rejection(STAGE, clip.videoId(), face.span().first(), paramsHash, byName);
    }

    private static void close(FacesCropped clip, Kept kept, Telling tell) {
        ClipSpeech known = kept.speech();
        tell.all(known.rejections());
        tell.accept(new SpeechExtracted(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.poseParamsHash(),
                clip.paramsHash(),
                known.paramsHash(),
                known.parameters(),
                known.judged(),
                known.speech(),
                known.undecided(),
                known.rejections().size(),
                kept.ref()));
    }
}
