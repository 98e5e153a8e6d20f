package org.magicanime.local.dataset;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.magicanime.dataset.domain.Accounting;
import org.magicanime.dataset.domain.Accounting.Dropped;
import org.magicanime.dataset.domain.Accounting.Films;
import org.magicanime.dataset.domain.Accounting.OpenAccount;
import org.magicanime.dataset.domain.Accounting.StageFunnel;

/// The accounts for people: films by state, what each stage kept and dropped, what does not close.
public final class AccountsTable {
    private AccountsTable() {}

    public static void print(PrintStream out, Accounting accounts) {
        Films films = accounts.films();
        out.printf(
                Locale.ROOT,
                "accounts: %d films = %d done + %d rejected + %d dead + %d in flight%n",
                films.total(),
                films.done(),
                films.rejected(),
                films.dead(),
                films.inFlight());
        accounts.stages().forEach(stage -> print(out, stage));
        if (accounts.closes()) {
            out.println("every frame of every film that was divided is accounted for");
        }
        accounts.open().forEach(open -> print(out, open));
        accounts.contradictions().forEach(item -> out.println("told with two contents: " + item));
    }

    private static void print(PrintStream out, StageFunnel stage) {
        String dropped = stage.dropped().stream().map(AccountsTable::text).collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT,
                "  %-10s kept %d items, %d frames%s%n",
                stage.stage(),
                stage.kept().items(),
                stage.kept().frames(),
                dropped.isEmpty() ? "" : "; dropped " + dropped);
    }

    private static String text(Dropped dropped) {
        Double threshold = dropped.threshold();
        String amount = dropped.frames() > 0 ? dropped.frames() + " frames" : dropped.items() + " items";
        return threshold == null
                ? "%s %s".formatted(dropped.code(), amount)
                : "%s %s (threshold %s, measured %s to %s)"
                        .formatted(
                                dropped.code(),
                                amount,
                                number(threshold),
                                number(dropped.leastMeasured()),
                                number(dropped.mostMeasured()));
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "?" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static void print(PrintStream out, OpenAccount open) {
        out.printf(
                Locale.ROOT,
                "does not close: %s of %s has %d frames, of which %d were kept and %d rejected%n",
                open.itemId(),
                open.stage(),
                open.frames(),
                open.kept(),
                open.rejected());
    }
}
