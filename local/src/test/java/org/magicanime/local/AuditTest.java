package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ItemRejected;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.contracts.VideoId;
import org.magicanime.contracts.VideoIngested;

class AuditTest {
    private static final String SHA256 = "0123456789abcdef".repeat(4);
    private static final String VIDEO = VideoId.of(SHA256);

    @TempDir
    Path scratch;

    private final Told told = new Told();
    private final Ledger ledger = told.ledger(List::of);

    @Test
    void aFilmOfWhichNothingMoreWasToldHasNoOutcome() {
        told.tell(ingested());

        assertThat(findings()).containsExactly("ingested and without outcome: " + VIDEO);
    }

    @Test
    void aFilmThatALaterStageRejectsAsAWholeHasAnOutcome() {
        told.tell(ingested());
        told.tell(new ItemRejected(
                VIDEO,
                "segment",
                "no-frames",
                "not a single frame can be decoded",
                VIDEO,
                null,
                ingested().origin(),
                null,
                null,
                null,
                null,
                "0".repeat(16),
                Map.of()));

        assertThat(findings()).isEmpty();
    }

    @Test
    void framesOfAClipThatAreInNoSpanAndInNoRejectionAreFound() {
        told.tell(Films.ingested());
        told.tell(Films.segmented(1));
        told.tell(Films.cut(0));
        told.tell(Films.posed(0));

        assertThat(findings()).singleElement().asString().endsWith("nowhere or twice: 0 to 10");
    }

    private List<String> findings() {
        ledger.readOn();
        assertThat(ledger.films()).hasSize(1);
        return new Audit(ledger, emptyStore(), scratch).findings();
    }

    private static VideoIngested ingested() {
        return new VideoIngested(
                VIDEO,
                new ArtifactRef(
                        LocalSystem.ARTIFACTS, ArtifactKeys.source(VIDEO), SHA256, 1, "application/octet-stream"),
                new ObjectOrigin(LocalSystem.INGEST, "x/y/z.mkv", "etag"),
                new Labels(Style.UNKNOWN, "y", null, null),
                new VideoFacts("matroska,webm", "h264", "yuv420p", 64, 48, 0, new Rational(25, 1), 1, 0.04, null));
    }

    /// Gives everything that it is asked for and lists nothing: this test is about what was told.
    private static ArtifactStore emptyStore() {
        return (ArtifactStore) Proxy.newProxyInstance(
                ArtifactStore.class.getClassLoader(), new Class<?>[] {ArtifactStore.class}, (proxy, called, args) -> {
                    if (!called.getName().equals("get") && !called.getName().equals("list")) {
                        throw new AssertionError("the audit asks for " + called.getName());
                    }
                    return null;
                });
    }
}
