package org.magicanime.audio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.audio.model.separation.TinySeparators;
import org.magicanime.inference.Model;
import org.magicanime.inference.ModelEntry;
import org.magicanime.inference.ModelRefusedException;
import org.magicanime.inference.Models;
import org.magicanime.inference.SequenceModel;
import org.magicanime.inference.Tensors;

class OnnxSpeechModelsTest {
    private static final List<String> ALL = List.of(
            "mdx_half",
            "deepfilternet3_enc",
            "deepfilternet3_erb_dec",
            "deepfilternet3_df_dec",
            "silero_vad_v6",
            "ge2e_speaker");

    @TempDir
    Path folder;

    @Test
    void whatWasOpenedIsClosedAgainWhicheverModelCannotBeOpened() throws IOException {
        TinySeparators tiny = new TinySeparators(folder);
        Optional<ModelEntry> separation = Optional.of(tiny.entry(tiny.add("mdx_half")));
        for (int missing = 0; missing < ALL.size(); missing++) {
            Watched models = new Watched(tiny.models(), ALL.get(missing), Set.of());

            assertThatThrownBy(() -> new OnnxSpeechModels(models, separation))
                    .isInstanceOf(ModelRefusedException.class)
                    .hasMessageContaining(ALL.get(missing));

            assertThat(models.opened).isEqualTo(ALL.subList(0, missing));
            assertThat(models.closed).containsExactlyInAnyOrderElementsOf(models.opened);
        }
    }

    @Test
    void aModelThatCannotBeClosedKeepsNoOtherOneOpen() throws IOException {
        TinySeparators tiny = new TinySeparators(folder);
        Optional<ModelEntry> separation = Optional.of(tiny.entry(tiny.add("mdx_half")));
        Watched models = new Watched(tiny.models(), "", Set.of("mdx_half", "ge2e_speaker"));
        OnnxSpeechModels speech = new OnnxSpeechModels(models, separation);

        assertThatThrownBy(speech::close)
                .isInstanceOf(IllegalStateException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactlyInAnyOrder("mdx_half is stuck", "ge2e_speaker is stuck"));

        assertThat(models.closed).containsExactlyInAnyOrderElementsOf(ALL);
    }

    /// Real models, of which it is seen which ones are open.
    ///
    /// @param broken cannot be opened
    /// @param stuck say that they cannot be closed
    private record Watched(Models models, String broken, Set<String> stuck, List<String> opened, List<String> closed)
            implements Models {
        Watched(Models models, String broken, Set<String> stuck) {
            this(models, broken, stuck, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Model open(String id) {
            refuse(id);
            Model model = models.open(id);
            opened.add(id);
            return new Model() {
                @Override
                public ModelEntry entry() {
                    return model.entry();
                }

                @Override
                public FloatBuffer input(String name) {
                    return model.input(name);
                }

                @Override
                public void run() {
                    model.run();
                }

                @Override
                public FloatBuffer output(String name) {
                    return model.output(name);
                }

                @Override
                public void close() {
                    model.close();
                    noted(id);
                }
            };
        }

        @Override
        public SequenceModel openSequence(String id) {
            refuse(id);
            SequenceModel model = models.openSequence(id);
            opened.add(id);
            return new SequenceModel() {
                @Override
                public ModelEntry entry() {
                    return model.entry();
                }

                @Override
                public Tensors run(int length, Tensors inputs) {
                    return model.run(length, inputs);
                }

                @Override
                public void close() {
                    model.close();
                    noted(id);
                }
            };
        }

        private void refuse(String id) {
            if (id.equals(broken)) {
                throw new ModelRefusedException(id, "it is broken", null);
            }
        }

        private void noted(String id) {
            closed.add(id);
            if (stuck.contains(id)) {
                throw new IllegalStateException(id + " is stuck");
            }
        }
    }
}
