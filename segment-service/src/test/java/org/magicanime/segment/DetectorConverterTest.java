package org.magicanime.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.magicanime.segment.domain.Detector;

class DetectorConverterTest {
    private final DetectorConverter converter = new DetectorConverter();

    @Test
    void takesNamesAsToldAndWithHyphens() {
        assertThat(converter.convert("cartoon")).isEqualTo(Detector.CARTOON);
        assertThat(converter.convert("content-0.6.7")).isEqualTo(Detector.CONTENT_0_6_7);
        assertThat(converter.convert("content-0-6-7")).isEqualTo(Detector.CONTENT_0_6_7);
        assertThat(converter.convert("paper-2024")).isEqualTo(Detector.PAPER_2024);
        assertThat(converter.convert("transnetv2")).isEqualTo(Detector.TRANSNETV2);
    }

    @Test
    void saysWhichThereAre() {
        assertThatThrownBy(() -> converter.convert("adaptive")).hasMessageContaining("content-0.6.7");
    }
}
