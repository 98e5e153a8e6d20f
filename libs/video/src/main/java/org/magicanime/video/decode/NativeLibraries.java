package org.magicanime.video.decode;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/// The ffmpeg libraries of this process. libavfilter and libavdevice are never loaded: the latter wants sound servers.
public final class NativeLibraries {
    private static final boolean LOADED = load();

    private NativeLibraries() {}

    /// Loads the libraries once; whoever calls ffmpeg first calls this before.
    public static void require() {
        if (!LOADED) {
            throw new IllegalStateException("The ffmpeg libraries are not loaded");
        }
    }

    private static boolean load() {
        for (Class<?> library :
                new Class<?>[] {avutil.class, swresample.class, avcodec.class, avformat.class, swscale.class}) {
            Loader.load(library);
        }
        // What the libraries print quotes the film; what matters of it comes back as error codes.
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        return true;
    }
}
