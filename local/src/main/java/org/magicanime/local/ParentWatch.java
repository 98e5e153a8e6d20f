package org.magicanime.local;

import java.io.IOException;

/// Runs something when the launcher is gone: its end of our standard input then closes, also when it was killed.
public final class ParentWatch {
    private ParentWatch() {}

    public static void onEnd(Runnable action) {
        Thread.ofPlatform().daemon().name("launcher-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // The launcher says nothing.
                }
            } catch (IOException e) {
                // Likewise its end.
            }
            action.run();
        });
    }
}
