package org.magicanime.video.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.shots.Boundary;
import org.magicanime.shots.Boundary.Kind;
import org.magicanime.shots.Boundary.Signals;
import org.magicanime.shots.Boundary.Why;
import org.magicanime.shots.SecondLook;

class ReplyTest {
    private static final Signals SIGNALS = new Signals(1, 2, 0.3, 0.4, 0.5, 6);
    private static final int FRAMES = 100;

    private interface Writing {
        void write(DataOutputStream out) throws IOException;
    }

    private static DataInputStream written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.write(new DataOutputStream(bytes));
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void boundariesArriveAsTheyWereTold() throws Exception {
        List<Boundary> boundaries = List.of(
                new Boundary(Kind.CUT, 20, 20, 20, 0.95, SIGNALS),
                new Boundary(Kind.FADE, 40, 60, 60, 0.7, SIGNALS),
                new Boundary(Kind.CUT, 80, 80, 80, 0.5, SIGNALS, Why.SECOND_LOOK));

        assertThat(Boundaries.read(written(out -> Boundaries.write(out, boundaries)), FRAMES))
                .isEqualTo(boundaries);
    }

    @Test
    void secondLooksArriveAsTheyWereTold() throws Exception {
        List<SecondLook> looks = List.of(
                new SecondLook(new FrameSpan(0, 100), SIGNALS, 80),
                new SecondLook(new FrameSpan(0, 80), SIGNALS, null));

        assertThat(Boundaries.readLooks(written(out -> Boundaries.writeLooks(out, looks)), FRAMES))
                .isEqualTo(looks);
    }

    @Test
    void whatIsBeyondTheFilmIsNotBelieved() throws Exception {
        List<SecondLook> looks = List.of(new SecondLook(new FrameSpan(0, 101), SIGNALS, null));

        assertThatThrownBy(() -> Boundaries.readLooks(written(out -> Boundaries.writeLooks(out, looks)), FRAMES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("beyond the film");
        assertThatThrownBy(() -> Boundaries.readLooks(written(out -> out.writeInt(FRAMES + 1)), FRAMES))
                .hasMessageContaining("101 second looks");
    }
}
