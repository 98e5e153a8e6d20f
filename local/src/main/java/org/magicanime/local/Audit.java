package org.magicanime.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ObjectChangedException;
import org.magicanime.artifact.ObjectNotFoundException;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.FaceClip;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.PoseSpan;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.dataset.domain.LastStage;

/// Holds the store against what was told. Nothing may be in work.
final class Audit {
    private static final Pattern RECEIPT = Pattern.compile("receipts/(given-up/)?[0-9a-f]{32}\\.json");

    private final Ledger ledger;
    private final ArtifactStore store;
    private final Path scratch;
    private final List<String> findings = new ArrayList<>();
    private final Set<ArtifactRef> told = new LinkedHashSet<>();

    /// @param scratch an empty folder with room for the largest artifact; empty again afterwards
    Audit(Ledger ledger, ArtifactStore store, Path scratch) {
        this.ledger = ledger;
        this.store = store;
        this.scratch = scratch;
    }

    /// @return one sentence for everything that does not agree
    List<String> findings() {
        ledger.contradictions().forEach(each -> findings.add("told with two contents: " + each));
        ledger.films().forEach(film -> told.add(film.source()));
        ledger.segmented().forEach(film -> told.add(film.segments()));
        ledger.clips().forEach(clip -> told.addAll(clip.artifacts()));
        ledger.posed().forEach(clip -> told.addAll(clip.artifacts()));
        ledger.cropped().forEach(clip -> told.addAll(clip.artifacts()));
        ledger.extracted().forEach(clip -> told.addAll(clip.artifacts()));
        ledger.captioned().forEach(clip -> told.addAll(clip.artifacts()));
        told.forEach(this::read);
        lookForStrays();
        lookForUnfinished();
        ledger.segmented().forEach(this::account);
        ledger.posed().forEach(this::account);
        ledger.cropped().forEach(this::account);
        ledger.extracted().forEach(this::account);
        ledger.captioned().forEach(this::account);
        return findings;
    }

    /// How many artifacts were told.
    int artifacts() {
        return told.size();
    }

    private void read(ArtifactRef ref) {
        Path file = scratch.resolve("artifact");
        try {
            store.get(ref, file);
        } catch (ObjectNotFoundException e) {
            findings.add("told and not there: " + ref.key());
        } catch (ObjectChangedException e) {
            findings.add("told with other bytes: " + ref.key());
        } finally {
            delete(file);
        }
    }

    private void lookForStrays() {
        Set<String> known = new HashSet<>();
        told.forEach(ref -> known.add(ref.key()));
        ledger.films().forEach(film -> known.add(ArtifactKeys.ingested(film.videoId())));
        // Of a clip that a person trimmed no film is told that was divided so.
        ledger.clips()
                .forEach(clip -> known.add(ArtifactKeys.ofVideo(clip.videoId(), clip.paramsHash(), "segments.json")));
        store.list(LocalSystem.ARTIFACTS, "", object -> {
            if (!known.contains(object.key()) && !RECEIPT.matcher(object.key()).matches()) {
                findings.add("there and not told: " + object.key());
            }
        });
    }

    /// Also a film that became a dead letter has no receipt; that is told by `status`.
    private void lookForUnfinished() {
        Set<String> dead = new HashSet<>();
        ledger.deadLetters().forEach(letter -> dead.add(String.valueOf(letter.key())));
        store.list(LocalSystem.INGEST, "", object -> {
            boolean receipt = store.stat(LocalSystem.ARTIFACTS, ArtifactKeys.receipt(ObjectId.of(object.origin())))
                    .isPresent();
            if (!receipt && !dead.contains(object.bucket() + "/" + object.key())) {
                findings.add("dropped and without outcome: " + object.key());
            }
        });
        Fates fates = new Fates(ledger, LastStage.SEGMENT);
        ledger.films().stream()
                .filter(film -> fates.of(film.origin()) == Fates.Fate.IN_WORK)
                .forEach(film -> findings.add("ingested and without outcome: " + film.videoId()));
    }

    /// Every frame of a film is in exactly one clip or one rejection.
    private void account(VideoSegmented film) {
        account(
                film.videoId(),
                new FrameSpan(0, film.frames()),
                film.paramsHash(),
                ledger.clipsOf(film.videoId()).stream()
                        .filter(clip -> clip.paramsHash().equals(film.paramsHash()))
                        .map(ClipCut::span));
    }

    /// Every frame of a clip is in exactly one span or one rejection.
    private void account(ClipPosed clip) {
        account(
                clip.videoId(),
                clip.span(),
                clip.paramsHash(),
                clip.spans().stream().map(PoseSpan::span));
    }

    /// Every frame of a clip's pose spans is in exactly one face clip or one rejection.
    private void account(FacesCropped clip) {
        for (FrameSpan searched : clip.searched()) {
            account(
                    clip.videoId(),
                    searched,
                    clip.paramsHash(),
                    clip.faces().stream()
                            .map(FaceClip::span)
                            .filter(span -> span.first() >= searched.first() && span.end() <= searched.end()));
        }
    }

    /// Every face clip is in exactly one speech or one rejection.
    private void account(SpeechExtracted clip) {
        for (FrameSpan judged : clip.judged()) {
            account(
                    clip.videoId(),
                    judged,
                    clip.paramsHash(),
                    clip.speech().stream().map(each -> each.face().span()).filter(judged::equals));
        }
    }

    /// Every pose span has exactly one caption, and nothing else has.
    private void account(ClipCaptioned clip) {
        List<FrameSpan> posed = ledger.posedOf(clip.videoId()).stream()
                .filter(each ->
                        each.clipId().equals(clip.clipId()) && each.paramsHash().equals(clip.poseParamsHash()))
                .flatMap(each -> each.spans().stream())
                .map(PoseSpan::span)
                .toList();
        List<FrameSpan> captioned = clip.motions().stream().map(Caption::span).toList();
        if (!posed.equals(captioned)) {
            findings.add("captions of the clip " + clip.clipId() + " are of " + captioned + ", its poses of " + posed);
        }
    }

    private void account(String videoId, FrameSpan whole, String paramsHash, Stream<FrameSpan> kept) {
        List<FrameSpan> spans = Stream.concat(
                        kept,
                        ledger.rejectionsOf(videoId).stream()
                                .filter(each -> paramsHash.equals(each.paramsHash()))
                                .filter(ItemRejected::concernsPart)
                                .map(each -> Objects.requireNonNull(each.span()))
                                .filter(span -> span.first() < whole.end() && span.end() > whole.first()))
                .sorted(Comparator.comparingLong(FrameSpan::first))
                .toList();
        long next = whole.first();
        for (FrameSpan span : spans) {
            if (span.first() != next) {
                nowhereOrTwice(videoId, next, span.first());
            }
            next = span.end();
        }
        if (next != whole.end()) {
            nowhereOrTwice(videoId, next, whole.end());
        }
    }

    private void nowhereOrTwice(String videoId, long first, long end) {
        findings.add("frames of " + videoId + " that are nowhere or twice: " + first + " to " + end);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
