package org.magicanime.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.magicanime.audio.domain.SoundRules;

/// Settings of the audio stage: see {@link SoundRules}. All of them are part of the parameters that
/// every artifact's key is derived from.
@ConfigMapping(prefix = "audio")
interface AudioConfig {
    Sound sound();

    Speech speech();

    Mouth mouth();

    Sync sync();

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
    }

    interface Mouth {
        @WithDefault("0.07")
        double range();

        @WithDefault("0.9")
        double certain();
    }

    interface Sync {
        @WithDefault("1.6")
        double score();

        @WithDefault("0")
        double margin();

        @WithDefault("0.8")
        double out();

        @WithDefault("3")
        double seconds();

        @WithDefault("0.95")
        double pauses();

        @WithDefault("true")
        boolean correct();
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
                sync().out(),
                sync().seconds(),
                sync().pauses(),
                sync().correct());
    }
}
