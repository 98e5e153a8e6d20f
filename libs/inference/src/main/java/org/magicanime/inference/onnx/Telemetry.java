package org.magicanime.inference.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Keeps ONNX Runtime from noting for its maker what runs here.
///
/// Version 1.29 for Linux gives the machine an id, notes every session in a database in the user's cache
/// folder, and has code to upload that, unless the environment says otherwise before the library is loaded.
/// What films a studio has is nobody's business. The same code has been seen to crash the process as the
/// library is loaded, also alone and with an empty cache folder; why is not known.
final class Telemetry {
    private static final String SWITCH = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {}

    /// Sets the switch in this process's environment, which Java itself only reads. Before ONNX Runtime is loaded.
    ///
    /// @throws IllegalStateException if that fails; then no model may be loaded
    static void switchOff() {
        if ("1".equals(System.getenv(SWITCH))) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MemorySegment setenv = linker.defaultLookup()
                .find("setenv")
                .orElseThrow(() -> new IllegalStateException("set " + SWITCH + "=1 in the environment: ONNX Runtime"
                        + " would tell its maker what runs here, and this system's C library cannot stop it"));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) linker.downcallHandle(
                            setenv,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT))
                    .invokeExact(arena.allocateFrom(SWITCH), arena.allocateFrom("1"), 1);
            if (failed != 0) {
                throw new IllegalStateException(SWITCH + " cannot be set");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(SWITCH + " cannot be set", e);
        }
    }
}
