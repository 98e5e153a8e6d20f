package org.magicanime.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "bench", description = "x", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() {
        throw new IllegalStateException("not yet");
    }
}
