package org.magicanime.facecrop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.magicanime.facecrop.domain.CropShape;
import org.magicanime.facecrop.domain.FaceRules;
import org.magicanime.facecrop.domain.FaceSearch;

/// Settings of the face-crop stage. All of them are part of the parameters that every artifact's key is derived from.
@ConfigMapping(prefix = "face-crop")
interface FaceCropConfig {
    /// Id of a landmark model in the catalogue, in place of the face mesh.
    Optional<String> landmarks();

    /// How faces are looked for.
    Search search();

    /// Which faces belong in the data set.
    Face face();

    /// What is cut out around a face.
    Window window();

    /// See {@link FaceSearch}.
    interface Search {
        @WithDefault("6")
        int lookEvery();

        @WithDefault("1920")
        int longestSide();

        default FaceSearch rules() {
            return new FaceSearch(lookEvery(), longestSide());
        }
    }

    /// See {@link FaceRules}.
    interface Face {
        @WithDefault("0.9")
        double score();

        @WithDefault("40")
        double height();

        @WithDefault("1.25")
        double turn();

        @WithDefault("0.45")
        double eyesTurn();

        @WithDefault("0.6")
        double aspect();

        @WithDefault("14")
        double eyeDistance();

        @WithDefault("6")
        double upscale();

        @WithDefault("30")
        double roll();

        @WithDefault("0.08")
        double edge();

        @WithDefault("0.3")
        double covered();

        @WithDefault("1")
        double change();

        @WithDefault("0.5")
        double other();

        @WithDefault("0.25")
        double outside();

        @WithDefault("1")
        double shortestSeconds();

        @WithDefault("30")
        int shortestFrames();

        default FaceRules rules() {
            return new FaceRules(
                    score(),
                    height(),
                    turn(),
                    eyesTurn(),
                    aspect(),
                    eyeDistance(),
                    upscale(),
                    roll(),
                    edge(),
                    covered(),
                    change(),
                    other(),
                    outside(),
                    shortestSeconds(),
                    shortestFrames());
        }
    }

    /// See {@link CropShape}.
    interface Window {
        @WithDefault("2.4")
        double scale();

        @WithDefault("0.125")
        double rise();

        @WithDefault("0.05")
        double margin();

        @WithDefault("0.2")
        double smoothSeconds();

        default CropShape shape() {
            return new CropShape(scale(), rise(), margin(), smoothSeconds());
        }
    }
}
