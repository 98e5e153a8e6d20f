package org.magicanime.local;

import java.util.List;
import java.util.concurrent.Callable;
import org.magicanime.stage.DeadLetter;
import org.magicanime.stage.DeadLetters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Puts dead letters back.
@Command(
        name = "replay",
        description = "Puts dead letters back to where they came from; 'run' or 'serve' then tries them again.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--list", description = "Only say which there are.")
    boolean list;

    @Mixin
    CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws Exception {
        try (Servers servers = Servers.of(options)) {
            replay(servers.kafka());
        }
        return 0;
    }

    private void replay(String kafka) throws InterruptedException {
        DeadLetters letters = new DeadLetters(kafka);
        List<DeadLetter> waiting = letters.list();
        waiting.forEach(letter -> System.out.println(
                letter.topic() + "@" + letter.offset() + " " + letter.key() + ": " + letter.reason()));
        if (list) {
            System.out.println(waiting.size() + " dead letters");
        } else {
            System.out.println(letters.replay() + " dead letters put back");
        }
    }
}
