package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.artifact.Digest;
import org.magicanime.artifact.MinioArtifactStore;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.ClipCut;
import org.magicanime.contracts.ClipId;
import org.magicanime.contracts.FrameSpan;
import org.magicanime.contracts.Labels;
import org.magicanime.contracts.ObjectOrigin;
import org.magicanime.contracts.PipelineEvent;
import org.magicanime.contracts.Rational;
import org.magicanime.contracts.Style;
import org.magicanime.contracts.VideoFacts;
import org.magicanime.contracts.VideoIngested;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.Topics;
import org.magicanime.testkit.numbered.NumberedClip;

/// A clip whose frames are shown unequally long is trimmed in the queue, by the frames that are seen.
class TrimPageTest {
    private static final String VIDEO = "00000000000c1195";
    private static final String PARAMS = "00000000000000aa";
    private static final int FRAMES = 40;
    private static final FrameSpan SPAN = new FrameSpan(100, 100 + FRAMES);
    private static final Labels LABELS = new Labels(Style.JAPAN, "Numbered clip", null, null);

    @TempDir
    Path folder;

    @Test
    void thePartBetweenTwoFramesIsKept() throws Exception {
        try (Chromium chromium = new Chromium();
                StateFolder state = StateFolder.take(folder.resolve("state"));
                LocalSystem system = LocalSystem.start(
                        state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {});
                Visitor visitor = new Visitor(chromium, system.http())) {
            tell(system);
            visitor.awaitService();
            Page page = visitor.page();
            page.waitForCondition(() -> page.request()
                    .get("/api/reviews/queue?film=" + VIDEO)
                    .text()
                    .contains(VIDEO));
            visitor.open("/review?film=" + VIDEO);
            assertThat(page.locator("#facts")).containsText("image-to-video");
            page.waitForFunction("() => !document.querySelector('#queue video').paused"
                    + " && document.querySelector('#queue video').currentTime > 0.1");
            page.keyboard().press(" ");
            page.keyboard().press("t");
            assertThat(page.locator("#state")).containsText("Say first which part is kept");
            page.evaluate("async () => { const v = document.querySelector('#queue video'); v.currentTime = 0;"
                    + " await new Promise(found => v.addEventListener('seeked', found, { once: true })); }");
            press(page, ".", 3);
            page.keyboard().press("i");
            press(page, ".", 20);
            page.keyboard().press("e");
            assertThat(page.locator("#facts")).containsText("frames 103 to 123 of the film");
            Look.at(page, "review-trim");

            page.keyboard().press("t");

            page.waitForCondition(() -> history(page).contains("\"trimmed\""));
            assertThat(history(page)).contains("\"first\":103", "\"end\":124");
            visitor.open("/item?stage=segment&kind=clip&id=" + ClipId.of(VIDEO, SPAN) + "&params=" + PARAMS);
            assertThat(page.locator("#content")).containsText("image-to-video: trimmed");
            assertThat(page.locator("#content")).containsText("frames 103 to 123");
        }
    }

    private static void press(Page page, String key, int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    private static String history(Page page) {
        return page.request()
                .get("/api/reviews?subset=image-to-video&id=" + ClipId.of(VIDEO, SPAN))
                .text();
    }

    private void tell(LocalSystem system) throws Exception {
        NumberedClip clip = NumberedClip.unsteady(512, 512, FRAMES);
        List<PipelineEvent> events = new ArrayList<>();
        try (MinioArtifactStore store = system.store()) {
            store.ensureBucket("artifacts");
            List<Map<String, Object>> frames = new ArrayList<>();
            for (int i = 0; i < FRAMES; i++) {
                frames.add(Map.of("number", SPAN.first() + i, "ticks", 5_000 + clip.ticks()[i]));
            }
            Path list = Files.write(
                    folder.resolve("frames.json"),
                    EventJson.write(Map.of("timeBase", new Rational(1, 1000), "frames", frames)));
            ArtifactRef shown = put(store, clip.write(folder), "clip.mp4", "video/mp4");
            ArtifactRef times = put(store, list, "frames.json", "application/json");
            String sha256 = VIDEO + "0".repeat(48);
            events.add(new VideoIngested(
                    VIDEO,
                    new ArtifactRef("artifacts", ArtifactKeys.source(VIDEO), sha256, 1, "video/mp4"),
                    new ObjectOrigin("ingest", "japan/film.mp4", "etag"),
                    LABELS,
                    new VideoFacts("mov,mp4", "h264", "yuv420p", 512, 512, 0, new Rational(25, 1), 200, 8.0, null)));
            events.add(new ClipCut(
                    VIDEO,
                    ClipId.of(VIDEO, SPAN),
                    SPAN,
                    512,
                    512,
                    new Rational(25, 1),
                    LABELS,
                    PARAMS,
                    shown,
                    null,
                    times,
                    times,
                    List.of()));
        }
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            for (PipelineEvent each : events) {
                producer.send(new ProducerRecord<>(
                                Topics.catalogue().of(each.getClass()), each.itemId(), EventJson.write(each)))
                        .get();
            }
        }
    }

    private static ArtifactRef put(MinioArtifactStore store, Path file, String name, String type) throws IOException {
        String key = ArtifactKeys.ofClip(ClipId.of(VIDEO, SPAN), "segment", PARAMS, name);
        store.put("artifacts", key, file, type);
        return new ArtifactRef("artifacts", key, Digest.sha256(file), Files.size(file), type);
    }
}
