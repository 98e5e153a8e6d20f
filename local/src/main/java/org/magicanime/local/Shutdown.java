package org.magicanime.local;

/// Ends the system in order when somebody presses Ctrl-C or sends SIGTERM.
final class Shutdown {
    private Shutdown() {}

    static void closeOnSignal(LocalSystem system) {
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop-system"));
    }
}
