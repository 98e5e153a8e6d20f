package org.magicanime.eval.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.magicanime.contracts.EvalRequested;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.ObjectHint;
import org.magicanime.contracts.ObjectId;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.RejectedException;
import org.magicanime.contracts.Telling;

/// Turns dropped `request.json` files into requests, those whose notification the store lost, too.
public final class RequestFiles {
    /// After so long a request that was spoken of and has no evaluation yet is spoken of again.
    private static final Duration ONCE_MORE = Duration.ofDays(1);

    private final RequestInbox inbox;
    private final Clock clock;
    /// When an object is looked at again, by its id; never, once it has an evaluation. Only of objects that are there.
    private final Map<String, Instant> next = new HashMap<>();

    public RequestFiles(RequestInbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /// The bucket in which they are dropped.
    public String bucket() {
        return inbox.bucket();
    }

    /// Tells what a file asks for; if it is gone, nothing.
    ///
    /// @throws RejectedException with the code `request-not-valid` if it cannot be understood
    public void take(ObjectHint hint, Telling tell) {
        if (!RequestFile.isOne(hint.key())) {
            return;
        }
        Optional<RequestInbox.Dropped> dropped = inbox.find(hint.key());
        if (dropped.isPresent()) {
            tell.accept(requestIn(dropped.get()));
        }
    }

    private static EvalRequested requestIn(RequestInbox.Dropped dropped) {
        try {
            return dropped.content().get().toRequest(dropped.origin().key());
        } catch (IllegalArgumentException e) {
            throw rejected(dropped.origin(), String.valueOf(e.getMessage()));
        }
    }

    private static RejectedException rejected(ObjectOrigin origin, String reason) {
        String sentence = reason.length() > 500 ? reason.substring(0, 500) + " …" : reason;
        return new RejectedException(new ItemRejected(
                ObjectId.of(origin),
                "eval",
                "request-not-valid",
                sentence,
                null,
                null,
                origin,
                null,
                null,
                null,
                null,
                null,
                Map.of()));
    }

    /// Goes through the bucket once, and speaks of each request that nobody has taken up.
    ///
    /// @return how many those are
    public synchronized int reconcile(Consumer<ObjectHint> speak) {
        Instant now = clock.instant();
        Set<String> there = new HashSet<>();
        int[] missing = {0};
        inbox.each(dropped -> {
            String id = ObjectId.of(dropped.origin());
            there.add(id);
            if (next.getOrDefault(id, Instant.MIN).isAfter(now)) {
                return;
            }
            if (isTakenUp(dropped)) {
                next.put(id, Instant.MAX);
                return;
            }
            speak.accept(
                    new ObjectHint(dropped.origin().bucket(), dropped.origin().key()));
            next.put(id, now.plus(ONCE_MORE));
            missing[0]++;
        });
        next.keySet().retainAll(there);
        return missing[0];
    }

    private boolean isTakenUp(RequestInbox.Dropped dropped) {
        try {
            return inbox.hasEvaluation(
                    dropped.content().get().toRequest(dropped.origin().key()).evalId());
        } catch (IllegalArgumentException e) {
            // What cannot be understood is told once by this process, in case nobody heard it.
            return false;
        }
    }
}
