package org.magicanime.dataset.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.magicanime.contracts.BenchmarkFrozen;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipPosed;
import org.magicanime.contracts.EvalCaseCompleted;
import org.magicanime.contracts.EvalCaseRequested;
import org.magicanime.contracts.EvalCompleted;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.FacesCropped;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.contracts.SpeechExtracted;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.contracts.VideoSegmented;
import org.magicanime.dataset.domain.Heard.GivenUp;
import org.magicanime.dataset.domain.Heard.Told;
import org.magicanime.dataset.domain.character.Decisions;

/// Writes down what was heard.
public final class LedgerKeeper {
    private final Ledger ledger;

    public LedgerKeeper(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Writes all of it down, or nothing.
    public void keep(List<Heard> heard) {
        // Sorted, so that two processes that write the same rows do not wait for each other for ever.
        TreeMap<LedgerKey, LedgerRow> rows = new TreeMap<>();
        Set<StageParameters> parameters = new HashSet<>();
        TreeMap<String, FilmTime> times = new TreeMap<>();
        List<CharacterDecided> decisions = new ArrayList<>();
        List<ReviewDecided> reviews = new ArrayList<>();
        List<GivenUp> givenUp = new ArrayList<>();
        for (Heard each : heard) {
            switch (each) {
                case Told told -> {
                    LedgerRows.of(told.event(), told.digest())
                            .forEach(row -> rows.merge(row.key(), row, LedgerRow::merge));
                    StageParameters.of(told.event()).ifPresent(parameters::add);
                    FilmTime time = time(told);
                    if (time != null) {
                        times.merge(time.videoId(), time, FilmTime::merge);
                    }
                    if (told.event() instanceof CharacterDecided decision) {
                        decisions.add(decision);
                    }
                    if (told.event() instanceof ReviewDecided review) {
                        reviews.add(review);
                    }
                }
                case GivenUp letter -> givenUp.add(letter);
            }
        }
        ledger.put(rows.values(), parameters, times.values(), Decisions.standing(decisions), reviews, givenUp);
    }

    private static @Nullable FilmTime time(Told told) {
        return switch (told.event()) {
            case VideoIngested film -> new FilmTime(film.videoId(), told.at(), told.at());
            case VideoSegmented film -> new FilmTime(film.videoId(), null, told.at());
            case ClipCut clip -> new FilmTime(clip.videoId(), null, told.at());
            case ClipPosed clip -> new FilmTime(clip.videoId(), null, told.at());
            case ClipCaptioned clip -> new FilmTime(clip.videoId(), null, told.at());
            case FacesCropped clip -> new FilmTime(clip.videoId(), null, told.at());
            case SpeechExtracted clip -> new FilmTime(clip.videoId(), null, told.at());
            // No stage worked on the film.
            case CharacterDecided decision -> null;
            case ReviewDecided decision -> null;
            case BenchmarkFrozen benchmark -> null;
            case EvalRequested request -> null;
            case EvalCaseRequested request -> null;
            case EvalCaseCompleted scored -> null;
            case EvalCompleted report -> null;
            case ItemRejected item -> {
                String film = item.videoId();
                yield film == null ? null : new FilmTime(film, null, told.at());
            }
        };
    }
}
