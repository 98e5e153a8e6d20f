package org.magicanime.local;

import java.io.PrintStream;
import java.time.Duration;

/// One line that says how far things are: rewritten in place on a terminal, else printed when it changes.
final class Progress {
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private String last = "";
    private long lastPrinted = System.nanoTime() - PLAIN_EVERY.toNanos();

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    synchronized void show(String line) {
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
            out.flush();
            last = line;
        } else if (!line.equals(last) && System.nanoTime() - lastPrinted >= PLAIN_EVERY.toNanos()) {
            out.println(line);
            last = line;
            lastPrinted = System.nanoTime();
        }
    }

    /// A message of its own; the progress line goes on below it.
    synchronized void message(String text) {
        if (terminal) {
            out.print("\r" + " ".repeat(last.length()) + "\r");
            last = "";
        }
        out.println(text);
        out.flush();
    }

    synchronized void end() {
        if (terminal && !last.isEmpty()) {
            out.println();
        }
        last = "";
    }
}
