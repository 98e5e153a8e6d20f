package org.magicanime.dataset.domain;

import org.jspecify.annotations.Nullable;

/// What the processes of one stage did in the last hour.
///
/// @param stage the service
/// @param processes that said something in the last seconds; one that has nothing to do says nothing
/// @param inWork inputs that they work on
/// @param retrying those of them that wait for a store or a broker
/// @param done inputs of the last hour that something was made of, or that needed nothing
/// @param rejected inputs of the last hour that can never pass
/// @param dead inputs of the last hour that were given up
/// @param medianSeconds of work on one input (the ledger: on one set of inputs); absent if none ended
/// @param p95Seconds likewise: 95 % took no longer
public record StageFlow(
        String stage,
        int processes,
        int inWork,
        int retrying,
        long done,
        long rejected,
        long dead,
        @Nullable Double medianSeconds,
        @Nullable Double p95Seconds) {}
