package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.CharacterVerdict;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceId;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.Heard;
import org.magicanime.dataset.domain.Heard.GivenUp;
import org.magicanime.dataset.domain.LedgerKeeper;
import org.magicanime.dataset.export.ManifestFile;
import org.postgresql.ds.PGSimpleDataSource;

/// The same events, in any order and any number of times, give the same ledger.
class LedgerOrderTest {
    private static final PGSimpleDataSource SOURCE = LedgerServer.emptyDatabase();
    private static final LedgerDatabase DATABASE = new LedgerDatabase(SOURCE);
    private static final int REVIEWS = 9;
    private static final List<Heard> HEARD = withContradictions();
    private static final Contents EXPECTED = contents(HEARD, new Random(0), HEARD.size());

    /// What is in the tables, and the manifest that is made of it.
    private record Contents(
            List<String> ledger,
            List<String> parameters,
            List<String> givenUp,
            List<String> decisions,
            List<String> reviews,
            List<String> standing,
            String manifest) {}

    @Property(tries = 40)
    void neitherOrderNorRepetitionMatters(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int most) {
        Random random = new Random(seed);
        List<Heard> heard = new ArrayList<>(HEARD);
        for (Heard each : HEARD) {
            heard.addAll(Collections.nCopies(random.nextInt(3), each));
        }
        Collections.shuffle(heard, random);

        assertThat(contents(heard, random, most)).isEqualTo(EXPECTED);
    }

    @Test
    void oneRowForEachItemAndStage() {
        assertThat(EXPECTED.ledger()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(EXPECTED.parameters()).isNotEmpty();
        assertThat(EXPECTED.givenUp()).hasSize(1);
        assertThat(EXPECTED.decisions()).hasSize(5);
        assertThat(EXPECTED.reviews()).hasSize(REVIEWS);
        assertThat(EXPECTED.standing()).hasSize(5);
        assertThat(EXPECTED.manifest()).contains("characterId");
    }

    /// @param most the largest number of things that are written at once
    private static Contents contents(List<Heard> heard, Random random, int most) {
        LedgerKeeper keeper = new LedgerKeeper(new PostgresLedger(DATABASE));
        keeper.keep(List.of());
        LedgerServer.run(
                SOURCE,
                "truncate ledger, stage_parameters, given_up, character_decision,"
                        + " face_character, review, review_decision");
        for (int next = 0; next < heard.size(); ) {
            int end = Math.min(heard.size(), next + 1 + random.nextInt(most));
            keeper.keep(heard.subList(next, end));
            next = end;
        }
        ByteArrayOutputStream manifest = new ByteArrayOutputStream();
        ManifestFile.write(new PostgresManifest(DATABASE), manifest);
        return new Contents(
                LedgerServer.rows(SOURCE, "select * from ledger order by stage, kind, item_id, params_hash"),
                LedgerServer.rows(SOURCE, "select * from stage_parameters order by 1"),
                LedgerServer.rows(SOURCE, "select * from given_up order by 1, 2, 3"),
                LedgerServer.rows(SOURCE, "select * from character_decision order by 1, 2, 3"),
                LedgerServer.rows(SOURCE, "select * from review order by 1"),
                LedgerServer.rows(SOURCE, "select * from review_decision order by 1, 2, 3"),
                manifest.toString(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// What a run tells, and what it must never tell: the same clip otherwise, and a clip that is rejected as well.
    private static List<Heard> withContradictions() {
        List<Heard> heard = new ArrayList<>(CroppedRun.of(RecordedRun.events()).stream()
                .map(RecordedRun::told)
                .toList());
        heard.addAll(decisions());
        heard.addAll(reviews());
        for (PipelineEvent event : RecordedRun.events()) {
            if (event instanceof ClipPosed clip && !clip.spans().isEmpty()) {
                heard.add(RecordedRun.told(withSpans(clip, 0)));
                heard.add(RecordedRun.told(withSpans(clip, clip.spans().size() - 1)));
            }
            if (event instanceof ClipCut clip) {
                heard.add(RecordedRun.told(rejected(clip)));
            }
        }
        heard.add(new GivenUp("clip.cut.v1.keypoint.dlq", 0, 7, "keypoint", "some clip", "no\0t readable"));
        return heard;
    }

    /// On spans and clips: later and at the same moment, of two subsets, and about captions.
    private static List<Heard> reviews() {
        List<ClipPosed> clips = RecordedRun.events().stream()
                .filter(ClipPosed.class::isInstance)
                .map(ClipPosed.class::cast)
                .filter(clip -> !clip.spans().isEmpty())
                .toList();
        ClipPosed clip = clips.getFirst();
        String span = clips.getLast().spans().getFirst().spanId();
        List<Heard> all = Stream.of(
                        reviewed(clip, Subset.IMAGE_TO_VIDEO, clip.clipId(), ReviewDecision.REJECTED, null, 1),
                        reviewed(clip, Subset.IMAGE_TO_VIDEO, clip.clipId(), ReviewDecision.OPEN, null, 2),
                        reviewed(clip, Subset.POSE_DRIVEN, span, ReviewDecision.ACCEPTED, null, 3),
                        reviewed(clip, Subset.POSE_DRIVEN, span, ReviewDecision.REJECTED, null, 3),
                        reviewed(clip, Subset.TEXT_TO_VIDEO, span, ReviewDecision.ACCEPTED, null, 4),
                        reviewed(clip, Subset.TEXT_TO_VIDEO, span, ReviewDecision.CAPTIONED, "a walk", 5),
                        reviewed(clip, Subset.TEXT_TO_VIDEO, span, ReviewDecision.CAPTIONED, "a run", 5),
                        reviewed(clip, Subset.IMAGE_TO_VIDEO, clip.clipId(), ReviewDecision.CAPTIONED, "snow", 6),
                        reviewed(clip, Subset.IMAGE_TO_VIDEO, clip.clipId(), ReviewDecision.UNCAPTIONED, null, 7))
                .map(RecordedRun::told)
                .toList();
        assertThat(all).hasSize(REVIEWS);
        return all;
    }

    private static ReviewDecided reviewed(
            ClipPosed clip, Subset subset, String item, ReviewDecision decision, @Nullable String caption, long at) {
        return new ReviewDecided(
                clip.videoId(), subset, item, clip.paramsHash(), decision, "why", caption, List.of(), null, at);
    }

    /// On the first two faces, that they differ and then that they are the same; on others, what contradicts itself.
    private static List<Heard> decisions() {
        List<String> faces = RecordedRun.events().stream()
                .filter(ClipPosed.class::isInstance)
                .flatMap(event -> ((ClipPosed) event).spans().stream())
                .map(span -> FaceId.of(span.spanId(), 0))
                .sorted()
                .toList();
        return Stream.of(
                        decided(faces, 0, 1, CharacterVerdict.DIFFERENT, 1),
                        decided(faces, 0, 1, CharacterVerdict.SAME, 2),
                        decided(faces, 2, 3, CharacterVerdict.SAME, 3),
                        decided(faces, 3, 4, CharacterVerdict.SAME, 3),
                        decided(faces, 2, 4, CharacterVerdict.DIFFERENT, 3),
                        decided(faces, 0, 4, CharacterVerdict.SAME, 4),
                        decided(faces, 0, 4, CharacterVerdict.OPEN, 4))
                .map(RecordedRun::told)
                .toList();
    }

    private static CharacterDecided decided(List<String> faces, int one, int two, CharacterVerdict verdict, long at) {
        return CharacterDecided.of(faces.get(one), faces.get(two), verdict, at);
    }

    private static ClipPosed withSpans(ClipPosed clip, int spans) {
        return new ClipPosed(
                clip.videoId(),
                clip.clipId(),
                clip.span(),
                clip.width(),
                clip.height(),
                clip.frameRate(),
                clip.labels(),
                clip.clipParamsHash(),
                clip.paramsHash(),
                Map.of(),
                null,
                null,
                null,
                clip.spans().subList(0, spans),
                clip.rejections(),
                clip.poses());
    }

    private static ItemRejected rejected(ClipCut clip) {
        return new ItemRejected(
                clip.clipId(),
                "segment",
                "too-dark",
                "one of two contradictory tellings",
                clip.videoId(),
                clip.span(),
                null,
                1.0,
                2.0,
                null,
                null,
                clip.paramsHash(),
                Map.of());
    }
}
