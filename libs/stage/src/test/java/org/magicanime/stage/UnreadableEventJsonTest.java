package org.magicanime.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.magicanime.contracts.VideoSegmented;

/// Topics may hold anything.
class UnreadableEventJsonTest {
    @Test
    void whatIsNoEventIsRefusedWithAReason() {
        assertUnreadable("", "");
        assertUnreadable("not json", "no JSON");
        assertUnreadable("null", "null");
        assertUnreadable("[]", "VideoSegmented");
        assertUnreadable(
                "{\"videoId\":\"../../etc\",\"frames\":1,\"framesKept\":1,\"clips\":0,\"rejections\":0}", "videoId");
        assertUnreadable("{\"frames\":1,\"frames\":2}", "uplicate");
        assertUnreadable("{\"frames\":NaN}", "NaN");
        assertUnreadable("{\"frames\":\"100\"}", "frames");
        assertUnreadable("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "nesting");
        assertThatThrownBy(() -> EventJson.readEvent(new byte[10 << 20], VideoSegmented.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("10485760 bytes");
    }

    private static void assertUnreadable(String json, String message) {
        assertThatThrownBy(() -> EventJson.readEvent(json.getBytes(UTF_8), VideoSegmented.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(message);
    }
}
