package org.magicanime.audio.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.KnownStore;
import org.magicanime.audio.domain.SoundRules;
import org.magicanime.audio.domain.SpeechBank;
import org.magicanime.audio.domain.SpeechExtractor;
import org.magicanime.audio.domain.SpeechModels;
import org.magicanime.audio.domain.SpeechParameters;
import org.magicanime.audio.media.AvSoundMedia;
import org.magicanime.audio.media.TwoSides;
import org.magicanime.audio.model.Mixture;
import org.magicanime.audio.model.OnnxSpeechModels;
import org.magicanime.audio.model.ProjectModels;
import org.magicanime.audio.model.separation.TinySeparators;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.SpeechClip;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.inference.ModelEntry;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.drawn.Cartoon;
import org.magicanime.testkit.drawn.Voice;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.decode.OwnPackets;
import org.magicanime.video.sound.Sound;
import org.magicanime.video.sound.SoundFile;

/// Drawn face clips, of which it is known who speaks when, into a real store.
class SpeechExtractorTest {
    @TempDir
    static Path folder;

    private static WorkFolders workFolders;
    private static EmbeddedStore server;
    private static FaceClips clips;
    private static OnnxSpeechModels models;

    @BeforeAll
    static void start() throws IOException {
        workFolders = WorkFolders.below(folder.resolve("work"));
        server = store("store");
        clips = new FaceClips(new KnownStore(server.endpoint(), "key", "secret-key"), folder.resolve("clips"));
        models = new OnnxSpeechModels(ProjectModels.starter());
    }

    @AfterAll
    static void stop() throws Exception {
        models.close();
        clips.close();
        server.close();
        workFolders.close();
    }

    @Test
    void aTalkingHeadIsKeptWithItsSpeech() throws IOException {
        Cartoon drawn = FaceClips.cartoon(DrawnTalk.of(120));
        FacesCropped clip = clips.cropped(drawn);

        List<PipelineEvent> events = extract(clip);

        SpeechExtracted told = (SpeechExtracted) events.getLast();
        assertThat(events).as(events.toString()).hasSize(1);
        SpeechClip kept = told.speech().getFirst();
        assertThat(kept.face()).isEqualTo(clip.faces().getFirst());
        Sound speech = SoundFile.read(clips.fetch(kept.speech()));
        assertThat(speech.rate()).isEqualTo(48_000);
        assertThat(speech.samples()).hasSize(240_000);
        Sound background = SoundFile.read(clips.fetch(kept.background()));
        assertThat(background.samples()).hasSize(240_000);
        assertThat(OwnPackets.times(clips.fetch(kept.clip()))).hasSize(121).endsWith(new double[] {5.0}, offset(1e-3));
    }

    /// What a voice was separated with is told, and decides under which keys everything lies.
    @Test
    void aSeparatedVoiceIsAnotherArtifactThatNamesItsModel() throws IOException {
        TinySeparators tiny = new TinySeparators(Files.createDirectory(folder.resolve("models")));
        FacesCropped clip = clips.cropped(FaceClips.cartoon(DrawnTalk.of(120)));
        SpeechExtracted plain = (SpeechExtracted) extract(clip).getLast();
        Optional<ModelEntry> model = Optional.of(tiny.entry(tiny.add("mdx_identity")));

        try (OnnxSpeechModels separating = new OnnxSpeechModels(tiny.models(), model)) {
            List<PipelineEvent> told = new ArrayList<>();
            extractor(clips, separating).extract(clip, told::add);
            SpeechExtracted separated = (SpeechExtracted) told.getLast();

            assertThat(plain.parameters().keySet()).noneMatch(name -> name.startsWith("speech.separation"));
            String digest = separated.parameters().get("model.mdx_identity");
            assertThat(digest).hasSize(64);
            assertThat(separated.parameters()).containsEntry("speech.separation", "mdx_identity");
            assertThat(separated.paramsHash()).isNotEqualTo(plain.paramsHash());
            SpeechClip kept = separated.speech().getFirst();
            assertThat(kept.speech().key())
                    .isNotEqualTo(plain.speech().getFirst().speech().key());
            String quality = Files.readString(clips.fetch(kept.quality()));
            assertThat(quality).contains("\"model\":\"mdx_identity\"", "\"sha256\":\"" + digest + "\"");
            assertThat(Files.readString(clips.fetch(separated.document())))
                    .contains("\"speech.separation\":\"mdx_identity\"", digest);
            assertThat(Files.readString(clips.fetch(plain.speech().getFirst().quality())))
                    .doesNotContain("separation");
        }
    }

    /// Both sides of a file reach the model.
    @Test
    void talkOnTheLeftAndMusicOnTheRightOfAFileAreKeptAsTalk() throws IOException {
        TinySeparators tiny = new TinySeparators(Files.createDirectory(folder.resolve("left")));
        Optional<ModelEntry> model = Optional.of(tiny.entry(tiny.add("mdx_left")));
        Cartoon drawn = FaceClips.cartoon(DrawnTalk.of(144, Voice.of(120, 4)));
        float[] talk = FaceClips.sound(drawn);
        Path sound = folder.resolve("sides.flac");
        TwoSides.flac(talk, DrawnTalk.musicAsLoud(talk, 144), FaceClips.RATE, sound);
        FacesCropped clip = clips.cropped(drawn, FaceClips.mouth(drawn), sound);

        assertThat(rejection(clip).code()).isEqualTo("too-noisy");
        try (OnnxSpeechModels separating = new OnnxSpeechModels(tiny.models(), model)) {
            List<PipelineEvent> told = new ArrayList<>();
            extractor(clips, separating).extract(clip, told::add);

            assertThat(told).as(told.toString()).hasSize(1);
            SpeechExtracted kept = (SpeechExtracted) told.getFirst();
            assertThat(kept.undecided()).isEmpty();
            Sound speech = SoundFile.read(clips.fetch(kept.speech().getFirst().speech()));
            // MP3 is lossy.
            assertThat(Mixture.siSdr(speech.samples(), talk)).isGreaterThan(15);
        }
    }

    @Test
    void aFilmWithoutSoundIsRejected() throws IOException {
        Cartoon drawn = FaceClips.cartoon(DrawnTalk.of(48));

        assertThat(rejection(clips.cropped(drawn, FaceClips.mouth(drawn), null)).code())
                .isEqualTo("no-audio");
    }

    private static ItemRejected rejection(FacesCropped clip) {
        List<PipelineEvent> told = extract(clip);
        assertThat(told).hasSize(2);
        return (ItemRejected) told.getFirst();
    }

    private static List<PipelineEvent> extract(FacesCropped clip) {
        List<PipelineEvent> told = new ArrayList<>();
        extractor(clips, models).extract(clip, told::add);
        SpeechExtracted last = (SpeechExtracted) told.getLast();
        assertThat(last.rejections()).isEqualTo(told.size() - 1);
        assertThat(last.framesJudged())
                .isEqualTo(clip.framesKept())
                .isEqualTo(last.framesKept()
                        + told.stream()
                                .filter(ItemRejected.class::isInstance)
                                .mapToLong(event -> ((ItemRejected) event).frames())
                                .sum());
        return told;
    }

    private static SpeechExtractor extractor(FaceClips into, SpeechModels with) {
        return new SpeechExtractor(
                new AvSoundMedia(),
                () -> with,
                new StoredSpeechArchive(into.store(), FaceClips.BUCKET),
                new SpeechParameters(SoundRules.DEFAULT, "test"),
                SpeechBank.ofProject(),
                workFolders);
    }

    private static EmbeddedStore store(String name) throws IOException {
        return EmbeddedStore.start(folder.resolve(name), 0, "key", "secret-key", BucketNotifications.NONE);
    }
}
