package org.magicanime.video;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.bytedeco.ffmpeg.global.avcodec;

/// The build of the codec library, which decides the bytes of what is encoded.
public final class CodecLibrary {
    private static final String POM = "/META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private CodecLibrary() {}

    /// Such as `ffmpeg 8.1.2-1.5.14`. Loads no native code.
    public static String version() {
        try (InputStream in = avcodec.class.getResourceAsStream(POM)) {
            Properties properties = new Properties();
            if (in == null) {
                throw new IllegalStateException("the ffmpeg jar does not tell its version");
            }
            properties.load(in);
            return "ffmpeg " + properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
