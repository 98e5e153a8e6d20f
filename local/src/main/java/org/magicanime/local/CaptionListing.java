package org.magicanime.local;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import org.magicanime.contracts.Caption;
import org.magicanime.contracts.ClipCaptioned;
import org.magicanime.contracts.FrameSpan;

/// Prints captions in the order of the film.
final class CaptionListing {
    private CaptionListing() {}

    static void print(PrintStream out, Collection<ClipCaptioned> clips) {
        clips.stream()
                .sorted(Comparator.comparingLong(clip -> clip.span().first()))
                .forEach(clip -> {
                    print(out, "clip", clip.general());
                    clip.motions().forEach(motion -> print(out, "motion", motion));
                });
    }

    private static void print(PrintStream out, String what, Caption caption) {
        FrameSpan span = caption.span();
        out.printf("%-6s %5d–%-6d %s%n", what, span.first(), span.end(), caption.text());
    }
}
