package org.magicanime.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.OptionalDouble;
import org.magicanime.audio.domain.SoundRules;

/// Settings of the audio stage: see {@link SoundRules}. All of them are part of the parameters that
/// every artifact's key is derived from.
@ConfigMapping(prefix = "audio")
interface AudioConfig {
    /// Stands for no separation model.
    String NONE = "none";

    Sound sound();

    Speech speech();

    Mouth mouth();

    Sync sync();

    Output output();

    interface Sound {
        @WithDefault("-60")
        double level();
    }

    interface Speech {
        @WithDefault("0.20")
        double share();

        @WithDefault("5")
        double snr();

        @WithDefault("12")
        double snrLight();

        @WithDefault("20")
        double snrClean();

        /// Id of a separation model in the catalogue, which takes the voice out of the sound before it is cleaned;
        /// none if it is absent, empty or `none`.
        Optional<String> separation();
    }

    interface Mouth {
        @WithDefault("0.07")
        double range();

        @WithDefault("0.9")
        double certain();
    }

    interface Sync {
        @WithDefault("2.0")
        double score();

        @WithDefault("0")
        double margin();

        @WithDefault("1.6")
        double rhythm();

        @WithDefault("0.8")
        double out();

        @WithDefault("3")
        double seconds();

        @WithDefault("0.95")
        double pauses();

        @WithDefault("true")
        boolean correct();
    }

    interface Output {
        /// LUFS; −23 is what broadcasters want (EBU R 128).
        OptionalDouble loudness();
    }

    default Optional<String> separation() {
        return speech().separation().filter(id -> !id.equals(NONE));
    }

    default SoundRules rules() {
        return new SoundRules(
                sound().level(),
                speech().share(),
                speech().snr(),
                speech().snrLight(),
                speech().snrClean(),
                mouth().range(),
                mouth().certain(),
                sync().score(),
                sync().margin(),
                sync().rhythm(),
                sync().out(),
                sync().seconds(),
                sync().pauses(),
                sync().correct(),
                output().loudness().isPresent() ? output().loudness().getAsDouble() : null);
    }
}
