package org.magicanime.audio.model.separation;

import java.util.Map;
import org.magicanime.inference.ModelEntry;

/// A separation model that is open.
interface Separation extends AutoCloseable {
    /// See {@link org.magicanime.audio.domain.VoiceSeparator#voice}.
    float[][] voice(float[][] sides);

    ModelEntry entry();

    /// All settings of its decoder, those that its entry does not say among them.
    Map<String, String> settings();

    @Override
    void close();
}
