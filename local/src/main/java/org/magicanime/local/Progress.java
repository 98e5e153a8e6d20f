package org.magicanime.local;

import java.io.PrintStream;
import java.time.Duration;

/// One line that says how far things are: rewritten in place on a terminal, else printed when it changes.
final class Progress {
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);

    private static final int DEFAULT_COLUMNS = 80;

    private final PrintStream out;
    private final int columns;
    private final boolean terminal;
    private String last = "";
    private long lastPrinted = System.nanoTime() - PLAIN_EVERY.toNanos();

    /// @param columns width of the terminal; 0 if there is none
    Progress(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
        this.terminal = columns > 0;
    }

    static Progress onStandardOutput() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Progress(System.out, terminal ? terminalColumns() : 0);
    }

    /// The launcher script tells; a shell's own variable is not exported as a rule.
    private static int terminalColumns() {
        String columns = System.getenv("MAGICANIME_COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : DEFAULT_COLUMNS;
    }

    synchronized void show(String text) {
        if (terminal) {
            // A line that wraps could not be rewritten in place.
            String line = text.length() < columns ? text : text.substring(0, columns - 1);
            out.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
            out.flush();
            last = line;
        } else if (!text.equals(last) && System.nanoTime() - lastPrinted >= PLAIN_EVERY.toNanos()) {
            out.println(text);
            last = text;
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
