package org.magicanime.caption.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.KnownStore;
import org.magicanime.caption.domain.CaptionArchive;
import org.magicanime.caption.domain.CaptionDocument;
import org.magicanime.caption.domain.CaptionParameters;
import org.magicanime.caption.domain.ClipCaptioner;
import org.magicanime.caption.domain.ClipCaptions;
import org.magicanime.caption.domain.MotionFactsDocument;
import org.magicanime.caption.domain.look.Camera;
import org.magicanime.caption.domain.look.GeneralFacts;
import org.magicanime.caption.domain.look.Look;
import org.magicanime.caption.domain.look.ShotSize;
import org.magicanime.caption.domain.motion.Fact;
import org.magicanime.caption.domain.motion.KeypointSeries;
import org.magicanime.caption.domain.motion.MotionRules;
import org.magicanime.caption.domain.motion.Predicate;
import org.magicanime.caption.media.DecodedClip;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.BucketNotifications;
import org.magicanime.testkit.EmbeddedStore;
import org.magicanime.testkit.drawn.Action;
import org.magicanime.testkit.drawn.Scene;
import org.magicanime.testkit.drawn.StandardCartoon;
import org.magicanime.video.WorkFolders;

/// Drawn clips into a real store.
class ClipCaptionerTest {
    private static final MotionRules RULES = MotionRules.DEFAULT;

    @TempDir
    Path folder;

    private WorkFolders workFolders;
    private EmbeddedStore server;
    private DrawnPoses poses;

    @BeforeEach
    void start() throws IOException {
        workFolders = WorkFolders.below(folder.resolve("work"));
        server = EmbeddedStore.start(folder.resolve("store"), 0, "key", "secret-key", BucketNotifications.NONE);
        poses = new DrawnPoses(new KnownStore(server.endpoint(), "key", "secret-key"), folder.resolve("poses"));
    }

    @AfterEach
    void stop() throws Exception {
        poses.close();
        server.close();
        workFolders.close();
    }

    @Test
    void aClipHasAGeneralCaptionAndItsSpanOneOfItsMotion() throws IOException {
        ClipPosed clip = poses.posed(DrawnShots.of(Action.WAVE, 96));

        ClipCaptioned told = caption(clip);

        Caption motion = told.motions().getFirst();
        assertThat(motion.itemId()).isEqualTo(clip.spans().getFirst().spanId());
        // 4 seconds at 1.2 times a second
        assertThat(motion.text()).containsPattern("wav(es|ing) (with )?its own right hand five times");
        CaptionDocument written = read(motion.caption(), CaptionDocument.class);
        assertThat(written.text()).isEqualTo(motion.text());
        MotionFactsDocument facts = read(motion.facts(), MotionFactsDocument.class);
        Fact wave = facts.facts().stream()
                .filter(fact -> fact.predicate() == Predicate.WAVES)
                .findFirst()
                .orElseThrow();
        assertThat(written.clauses())
                .filteredOn(clause -> clause.text().contains("right hand"))
                .allSatisfy(clause -> assertThat(clause.facts()).contains(wave.id()));
        assertThat(facts.sources()).containsKey("wave.swing");
        assertThat(wave.frames().first()).isGreaterThanOrEqualTo(clip.span().first());
        assertThat(wave.frames().end()).isLessThanOrEqualTo(clip.span().end());

        GeneralFacts general = read(told.general().facts(), GeneralFacts.class);
        assertThat(general.shotSize()).isEqualTo(ShotSize.FULL);
        assertThat(general.characters()).isEqualTo(1);
        assertThat(told.general().text())
                .startsWith("A full shot of one character")
                .contains("“drawn”");
    }

    @Test
    void theCameraIsMeasuredApartFromTheCharacter() throws IOException {
        Scene walking = DrawnShots.of(Action.WALK, 72);

        assertThat(look(poses.posed(walking)).camera()).isEqualTo(Camera.STATIC);
        assertThat(look(poses.posed(walking.panning(0.08))).camera()).isEqualTo(Camera.PAN_RIGHT);
        assertThat(look(poses.posed(walking.panning(-0.08))).camera()).isEqualTo(Camera.PAN_LEFT);
    }

    @Test
    void whatWalksBeforeAnEmptyWallIsNoCamera() throws IOException {
        assertThat(look(poses.crowded(StandardCartoon.animal(48))).camera()).isIn(Camera.UNKNOWN, Camera.STATIC);
    }

    private Look look(ClipPosed clip) throws IOException {
        GeneralFacts facts = read(caption(clip).general().facts(), GeneralFacts.class);
        return Objects.requireNonNull(facts.look());
    }

    @Test
    void severalCharactersAreCountedAndHaveNoMotion() throws IOException {
        ClipCaptioned told = caption(poses.crowded(StandardCartoon.two(48)));

        assertThat(told.motions()).isEmpty();
        assertThat(told.general().text()).contains("two characters");
    }

    @Test
    void eventsThatAreRepeatedAndOutOfOrderLeadToTheSameCaptionsOnTheirClips() throws IOException {
        List<ClipPosed> clips = clips();
        Map<String, ClipCaptioned> first = new HashMap<>();
        clips.forEach(clip -> first.put(clip.clipId(), caption(clip)));
        Random random = new Random(7);

        for (int round = 0; round < 5; round++) {
            List<ClipPosed> again = new ArrayList<>(clips);
            again.addAll(clips.subList(0, 2));
            Collections.shuffle(again, random);
            for (ClipPosed clip : again) {
                ClipCaptioned told = caption(clip);
                assertThat(told).isEqualTo(first.get(clip.clipId()));
                assertThat(told.general().itemId()).isEqualTo(clip.clipId());
                assertThat(told.motions().stream().map(Caption::itemId).toList())
                        .isEqualTo(clip.spans().stream().map(PoseSpan::spanId).toList());
            }
        }
    }

    @Test
    void whatIsKilledTenTimesHasTheCaptionsOfWhatWasNot() throws Exception {
        List<ClipPosed> clips = clips();
        ClipPosed clip = clips.getFirst();
        for (int at = 1; at <= 10; at++) {
            DyingArchive dying = new DyingArchive(archive(poses), at);
            ClipCaptioner captioner = captioner(dying);
            if (dying.callsOf(() -> captioner.caption(clip, event -> {})) < at) {
                break;
            }
        }
        ClipCaptioned afterDeaths = caption(clip);

        try (EmbeddedStore other =
                        EmbeddedStore.start(folder.resolve("other"), 0, "key", "secret-key", BucketNotifications.NONE);
                DrawnPoses same =
                        new DrawnPoses(new KnownStore(other.endpoint(), "key", "secret-key"), folder.resolve("same"))) {
            ClipPosed undisturbed = same.posed(DrawnShots.of(Action.WAVE, 48));
            assertThat(undisturbed).isEqualTo(clip);
            List<PipelineEvent> told = new ArrayList<>();
            captioner(archive(same)).caption(undisturbed, told::add);

            assertThat(afterDeaths).isEqualTo(told.getFirst());
        }
    }

    /// The process dies at one call to the store, before or after which it has written something.
    private static final class DyingArchive implements CaptionArchive {
        private final CaptionArchive archive;
        private final int deathAt;
        private int calls;

        DyingArchive(CaptionArchive archive, int deathAt) {
            this.archive = archive;
            this.deathAt = deathAt;
        }

        /// @return how many calls there were
        int callsOf(Runnable work) {
            try {
                work.run();
            } catch (DeathError e) {
                return calls;
            }
            return calls;
        }

        private void live() {
            calls++;
            if (calls == deathAt) {
                throw new DeathError();
            }
        }

        @Override
        public void fetch(ArtifactRef artifact, Path target) {
            live();
            archive.fetch(artifact, target);
        }

        @Override
        public KeypointSeries keypoints(Path file, PoseSpan span, double framesPerSecond) {
            return archive.keypoints(file, span, framesPerSecond);
        }

        @Override
        public List<ItemRejected> rejections(Path file) {
            return archive.rejections(file);
        }

        @Override
        public Optional<Kept> find(String clipId, String paramsHash) {
            live();
            return archive.find(clipId, paramsHash);
        }

        @Override
        public Kept keep(ClipCaptions captions) {
            live();
            return archive.keep(captions);
        }

        @Override
        public ArtifactRef keep(String itemId, String paramsHash, String name, Object document) {
            ArtifactRef kept = archive.keep(itemId, paramsHash, name, document);
            live();
            return kept;
        }
    }

    private static final class DeathError extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void keyPointsOfAnotherLengthAreRefused() throws IOException {
        ClipPosed clip = poses.posed(DrawnShots.of(Action.STAND, 24));
        ClipPosed longer = poses.posed(DrawnShots.of(Action.STAND, 30));
        Path file = poses.fetch(clip.spans().getFirst().keypoints());

        assertThatThrownBy(() -> archive(poses).keypoints(file, longer.spans().getFirst(), 24))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[24, 133, 3]");
    }

    private List<ClipPosed> clips() throws IOException {
        return List.of(
                poses.posed(DrawnShots.of(Action.WAVE, 48)),
                poses.posed(DrawnShots.of(Action.NOD, 60)),
                poses.posed(DrawnShots.of(Action.SIT, 30)),
                poses.crowded(StandardCartoon.two(24)));
    }

    private ClipCaptioned caption(ClipPosed clip) {
        List<PipelineEvent> told = new ArrayList<>();
        captioner(archive(poses)).caption(clip, told::add);
        assertThat(told).hasSize(1);
        return (ClipCaptioned) told.getFirst();
    }

    private static CaptionArchive archive(DrawnPoses into) {
        return new StoredCaptionArchive(into.store(), DrawnPoses.BUCKET);
    }

    private ClipCaptioner captioner(CaptionArchive archive) {
        return new ClipCaptioner(new DecodedClip(), archive, new CaptionParameters(RULES, "test"), workFolders);
    }

    private <T> T read(ArtifactRef ref, Class<T> type) throws IOException {
        return EventJson.read(Files.readAllBytes(poses.fetch(ref)), type);
    }
}
