package org.magicanime.eval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the service. None decides a number: those are in profiles.
@ConfigMapping(prefix = "eval")
interface EvalConfig {
    /// Methods write their videos here.
    @WithDefault("evaluations")
    String submissionsBucket();

    /// How often the bucket is searched for requests whose notification was lost; the first time at start.
    @WithDefault("2m")
    Duration reconcileEvery();

    /// Bytes of a method's video; a larger one does not count.
    @WithDefault("1073741824")
    long largestVideo();

    /// Wall time that decoding a method's video may take.
    @WithDefault("10m")
    Duration timeout();

    /// Address space of the process that decodes it.
    @WithDefault("4096")
    int memoryMib();
}
