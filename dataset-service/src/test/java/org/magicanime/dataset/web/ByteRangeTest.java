package org.magicanime.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteRangeTest {
    @Test
    void firstToLastAreBothPartOfIt() {
        assertThat(ByteRange.of("bytes=0-99", 1000)).isEqualTo(new ByteRange(0, 100, false));
        assertThat(ByteRange.of("bytes=990-", 1000)).isEqualTo(new ByteRange(990, 10, false));
        assertThat(ByteRange.of("bytes=990-5000", 1000)).isEqualTo(new ByteRange(990, 10, false));
        assertThat(ByteRange.of("bytes=-10", 1000)).isEqualTo(new ByteRange(990, 10, false));
        assertThat(ByteRange.of("bytes=-5000", 1000)).isEqualTo(new ByteRange(0, 1000, false));
    }

    @Test
    void whatCannotBeGivenIsNothing() {
        assertThat(ByteRange.of("bytes=1000-", 1000)).isNull();
        assertThat(ByteRange.of("bytes=-0", 1000)).isNull();
        assertThat(ByteRange.of("bytes=0-", 0)).isNull();
    }

    @Test
    void whatIsNotUnderstoodIsTheWholeFile() {
        ByteRange whole = new ByteRange(0, 1000, true);
        assertThat(ByteRange.of(null, 1000)).isEqualTo(whole);
        assertThat(ByteRange.of("bytes=-", 1000)).isEqualTo(whole);
        assertThat(ByteRange.of("bytes=5-3", 1000)).isEqualTo(whole);
        assertThat(ByteRange.of("bytes=0-1,5-6", 1000)).isEqualTo(whole);
        assertThat(ByteRange.of("lines=0-1", 1000)).isEqualTo(whole);
        assertThat(ByteRange.of("bytes=99999999999999999999-", 1000)).isEqualTo(whole);
    }
}
