package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.ReviewDecision;
import org.magicanime.contracts.Subset;
import org.magicanime.contracts.Trim;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.dataset.CroppedRun;
import org.magicanime.dataset.ExtractedRun;
import org.magicanime.dataset.LedgerServer;
import org.magicanime.dataset.RecordedRun;
import org.magicanime.dataset.domain.LedgerKeeper;

/// A part of a clip that a person keeps is in the manifest instead of the clip, for as long as that stands.
class TrimsInTheLedgerTest {
    private static final String OTHER_PARAMS = "fedcba9876543210";

    private final List<PipelineEvent> run = ExtractedRun.of(CroppedRun.of(RecordedRun.events()));
    private final VideoIngested film = (VideoIngested) run.getFirst();
    private final ClipCut whole = run.stream()
            .filter(ClipCut.class::isInstance)
            .map(ClipCut.class::cast)
            .findFirst()
            .orElseThrow();
    private final FrameSpan part =
            new FrameSpan(whole.span().first() + 2, whole.span().end() - 3);
    private final FrameSpan smaller = new FrameSpan(part.first() + 1, part.end() - 1);
    private final LedgerDatabase database = new LedgerDatabase(LedgerServer.emptyDatabase());

    @Test
    void aPartIsInInsteadOfItsClipUntilThatIsTakenBack() {
        tell(database, run);
        tell(database, List.of(decided(whole.clipId(), ReviewDecision.TRIMMED, part, 1), cut(part)));

        assertThat(clips(database)).contains(id(part)).doesNotContain(whole.clipId());
        assertThat(below(database, whole.span())).isEmpty();

        tell(database, List.of(decided(whole.clipId(), ReviewDecision.OPEN, null, 2)));

        assertThat(clips(database)).contains(whole.clipId()).doesNotContain(id(part));

        tell(database, List.of(decided(whole.clipId(), ReviewDecision.TRIMMED, part, 3)));
        tell(database, List.of(decided(id(part), ReviewDecision.REJECTED, null, 4)));

        assertThat(clips(database)).doesNotContain(whole.clipId(), id(part));
    }

    @Test
    void aPartOfAPartGoesWithIt() {
        tell(database, run);
        tell(
                database,
                List.of(
                        decided(whole.clipId(), ReviewDecision.TRIMMED, part, 1),
                        decided(id(part), ReviewDecision.TRIMMED, smaller, 2),
                        cut(part),
                        cut(smaller)));

        assertThat(clips(database)).contains(id(smaller)).doesNotContain(whole.clipId(), id(part));

        tell(database, List.of(decided(whole.clipId(), ReviewDecision.ACCEPTED, null, 3)));

        assertThat(clips(database)).contains(whole.clipId()).doesNotContain(id(part), id(smaller));
    }

    @Test
    void anyOrderAndRepetitionOfTheEventsLeavesTheSame() {
        List<PipelineEvent> events = new ArrayList<>(List.of(
                decided(whole.clipId(), ReviewDecision.TRIMMED, part, 1),
                decided(id(part), ReviewDecision.TRIMMED, smaller, 2),
                decided(whole.clipId(), ReviewDecision.TRIMMED, smaller, 5),
                decided(id(part), ReviewDecision.ACCEPTED, null, 6),
                cut(part),
                cut(smaller)));
        tell(database, run);
        tell(database, events);
        List<String> expected = clips(database);
        assertThat(expected).contains(id(smaller)).doesNotContain(whole.clipId(), id(part));
        List<String> decisions = decisions(database);
        Random random = new Random(5);
        for (int i = 0; i < 4; i++) {
            LedgerDatabase other = new LedgerDatabase(LedgerServer.emptyDatabase());
            List<PipelineEvent> five = new ArrayList<>(run);
            for (int times = 0; times < 5; times++) {
                five.addAll(events);
            }
            Collections.shuffle(five, random);
            for (int from = 0; from < five.size(); from += 7) {
                tell(other, five.subList(from, Math.min(five.size(), from + 7)));
            }

            assertThat(clips(other)).isEqualTo(expected);
            assertThat(decisions(other)).isEqualTo(decisions);
        }
    }

    private static List<String> decisions(LedgerDatabase database) {
        return database.read(connection -> Queries.all(
                connection,
                "select d::text from (select subset, item_id, decision, digest, conflict, voters, trim_id"
                        + " from review_decision order by 1, 2) d",
                row -> row.getString(1)));
    }

    private ReviewDecided decided(String clipId, ReviewDecision decision, @Nullable FrameSpan kept, long at) {
        return new ReviewDecided(
                film.videoId(),
                Subset.IMAGE_TO_VIDEO,
                clipId,
                whole.paramsHash(),
                decision,
                null,
                null,
                List.of(),
                null,
                at,
                kept == null ? null : new Trim(kept, film.source(), film.labels()),
                null);
    }

    private ClipCut cut(FrameSpan span) {
        return new ClipCut(
                whole.videoId(),
                id(span),
                span,
                whole.width(),
                whole.height(),
                whole.frameRate(),
                whole.labels(),
                OTHER_PARAMS,
                whole.clip(),
                whole.sound(),
                whole.firstFrame(),
                whole.frames(),
                whole.measures());
    }

    private String id(FrameSpan span) {
        return ClipId.of(whole.videoId(), span);
    }

    private static void tell(LedgerDatabase database, List<? extends PipelineEvent> events) {
        new LedgerKeeper(new PostgresLedger(database))
                .keep(new ArrayList<>(events.stream().map(RecordedRun::told).toList()));
    }

    private static List<String> clips(LedgerDatabase database) {
        return rows(database).stream()
                .filter(row -> row.startsWith("image-to-video "))
                .map(row -> row.substring(row.indexOf(' ') + 1))
                .toList();
    }

    /// Pose spans, faces and speech of these frames.
    private static List<String> below(LedgerDatabase database, FrameSpan frames) {
        return rows(database).stream()
                .filter(row -> !row.startsWith("image-to-video "))
                .filter(row -> {
                    long first = ClipId.span(row.replaceFirst(".* ", "").replaceFirst("-f[0-9]+$", ""))
                            .first();
                    return first >= frames.first() && first < frames.end();
                })
                .toList();
    }

    private static List<String> rows(LedgerDatabase database) {
        List<String> rows = new ArrayList<>();
        new PostgresManifest(database).read(row -> rows.add(row.subset() + " " + row.itemId()));
        return rows;
    }
}
