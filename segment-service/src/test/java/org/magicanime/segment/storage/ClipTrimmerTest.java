package org.magicanime.segment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.Trim;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.segment.domain.ClipRules;
import org.magicanime.segment.domain.ClipTrimmer;
import org.magicanime.segment.domain.Detector;
import org.magicanime.segment.domain.SegmentParameters;
import org.magicanime.testkit.DrawnFilm;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.CutOptions;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.WorkFolders;
import org.magicanime.video.sandbox.SandboxConfig;
import org.magicanime.video.sandbox.SandboxedFilmReader;

/// A part that a person keeps, through real film-reading processes into a real store.
class ClipTrimmerTest {
    private static final SegmentParameters PARAMETERS = new SegmentParameters(
            Detector.CARTOON, ClipRules.DEFAULT, MeasureOptions.CARTOON, CutOptions.DEFAULT, CodecLibrary.version());

    @TempDir
    Path folder;

    @Test
    void aPartIsCutOnceWithTheseFramesAndParametersOfItsOwnAndToldAgain() throws Exception {
        Path film = folder.resolve("film.mp4");
        DrawnFilm drawn = DrawnFilm.standard(1);
        drawn.write(film);
        FrameSpan scene = drawn.scenes().getFirst();
        FrameSpan part = new FrameSpan(scene.first() + 3, scene.end() - 5);
        try (WorkFolders workFolders = WorkFolders.below(folder.resolve("work"));
                SandboxedFilmReader reader =
                        new SandboxedFilmReader(SandboxConfig.in(folder.resolve("natives")), workFolders);
                LocalStore store = new LocalStore(folder.resolve("store"))) {
            VideoIngested video = store.ingest(film);
            ClipTrimmer trimmer = new ClipTrimmer(
                    reader, new StoredClipArchive(store.client(), LocalStore.BUCKET), PARAMETERS, workFolders);
            List<PipelineEvent> told = new ArrayList<>();

            trimmer.decided(trimmed(video, scene, part), told::add);

            ClipCut clip = (ClipCut) told.getFirst();
            assertThat(told).hasSize(1);
            assertThat(clip.clipId()).isEqualTo(ClipId.of(video.videoId(), part));
            assertThat(clip.labels()).isEqualTo(video.labels());
            assertThat(clip.paramsHash()).isNotEqualTo(PARAMETERS.hash());
            assertThat(store.client().find(clip.clip().bucket(), clip.clip().key(), 64 << 20))
                    .hasValueSatisfying(bytes -> assertThat(LocalStore.sha256(bytes))
                            .isEqualTo(clip.clip().sha256()));
            assertThat(clip.sound()).isNotNull();

            trimmer.decided(trimmed(video, scene, part), told::add);
            trimmer.decided(plain(video, scene), told::add);

            assertThat(told).containsExactly(clip, clip);

            FrameSpan beyond = new FrameSpan(drawn.frames() - 5, drawn.frames() + 5);
            assertThatThrownBy(() -> trimmer.decided(
                            trimmed(video, new FrameSpan(drawn.frames() - 6, drawn.frames() + 6), beyond), told::add))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has " + drawn.frames() + " frames");
        }
    }

    private static ReviewDecided trimmed(VideoIngested video, FrameSpan clip, FrameSpan part) {
        return new ReviewDecided(
                video.videoId(),
                Subset.IMAGE_TO_VIDEO,
                ClipId.of(video.videoId(), clip),
                PARAMETERS.hash(),
                ReviewDecision.TRIMMED,
                null,
                null,
                List.of(),
                null,
                1,
                new Trim(part, video.source(), video.labels()),
                null);
    }

    private static ReviewDecided plain(VideoIngested video, FrameSpan clip) {
        return new ReviewDecided(
                video.videoId(),
                Subset.IMAGE_TO_VIDEO,
                ClipId.of(video.videoId(), clip),
                PARAMETERS.hash(),
                ReviewDecision.REJECTED,
                null,
                null,
                List.of(),
                null,
                2);
    }
}
