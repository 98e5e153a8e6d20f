package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.local.NumberedFaces.Video;
import org.magicanime.testkit.numbered.NumberedClip;

/// The page of a face, with videos whose frames carry their number and landmarks that stand elsewhere in each.
class FacePageTest {
    private static final int FRAMES = 40;
    private static final int SEEKS = 70;
    private static final NumberedClip STEADY = NumberedClip.steady(512, 512, FRAMES);
    private static final NumberedClip UNSTEADY = NumberedClip.unsteady(512, 512, FRAMES);
    /// Frames that are shown equally long and not, in the order in which they are decoded and in another.
    private static final List<Video> VIDEOS = List.of(
            new Video(UNSTEADY, null, true),
            new Video(STEADY, null, false),
            new Video(UNSTEADY, "b-frames-unsteady.mp4", true),
            new Video(STEADY, "b-frames-steady.mp4", false));
    /// Number of the pictures' own frame, and of the frame whose landmarks are drawn (-1 for none, -2 for several).
    private static final String SEEN = """
            () => {
              const video = document.querySelector('.frames video');
              const picture = document.createElement('canvas');
              picture.width = picture.height = 512;
              const context = picture.getContext('2d', { willReadFrequently: true });
              context.drawImage(video, 0, 0, 512, 512);
              let number = 0;
              for (let bar = 0; bar < 8; bar++) {
                if (context.getImageData((2 * bar + 1) * 32, 128, 1, 1).data[1] > 128) number |= 1 << bar;
              }
              context.clearRect(0, 0, 512, 512);
              context.drawImage(document.querySelector('.frames canvas'), 0, 0);
              const drawn = [];
              for (let frame = 0; frame < 40; frame++) {
                if (context.getImageData(20 + 10 * frame, 400, 1, 1).data[3] > 0) drawn.push(frame);
              }
              return [number, drawn.length === 1 ? drawn[0] : drawn.length === 0 ? -1 : -2];
            }
            """;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static StateFolder state;
    private static LocalSystem system;
    private static NumberedFaces faces;

    private Visitor visitor;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        state = StateFolder.take(folder.resolve("state"));
        system = LocalSystem.start(state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {});
        faces = new NumberedFaces(system, folder);
        faces.tellVideos(VIDEOS);
    }

    @AfterAll
    static void stop() {
        system.close();
        state.close();
        chromium.close();
    }

    @BeforeEach
    void enter() {
        visitor = new Visitor(chromium, system.http());
        page = visitor.page();
        visitor.awaitService();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void eachStepShowsOneFrameFurtherWithItsOwnLandmarksAlsoWhereFramesAreShownUnequallyLong() {
        open(0);
        Look.at(page, "item-face");

        for (int frame = 0; frame < FRAMES; frame++) {
            assertSeen(frame, 0);
            page.keyboard().press(".");
        }
        assertSeen(FRAMES - 1, 0);
        for (int frame = FRAMES - 2; frame >= 0; frame--) {
            page.keyboard().press(",");
            assertSeen(frame, 0);
        }
        page.keyboard().press(",");
        assertSeen(0, 0);
    }

    @Test
    void theSameWhereFramesAreDecodedInAnotherOrderThanShown() {
        for (int face = 2; face < VIDEOS.size(); face++) {
            open(face);
            for (int frame = 0; frame < FRAMES; frame++) {
                assertSeen(frame, face);
                page.keyboard().press(".");
            }
            assertSeen(FRAMES - 1, face);
            for (int frame = FRAMES - 2; frame >= 0; frame--) {
                page.keyboard().press(",");
                assertSeen(frame, face);
            }
        }
    }

    @Test
    void manyQuickStepsLeadAsFarAsManySlowOnes() {
        open(0);

        for (int i = 0; i < 17; i++) {
            page.keyboard().press(".");
        }
        assertSeen(17, 0);
        page.getByText("Frame before").click();
        page.getByText("Frame before").click();
        page.getByText("Next frame").click();
        assertSeen(16, 0);
    }

    @Test
    void whereTheTimesOfFramesWereNotToldTheyAreEquallyLong() {
        open(1);
        for (int frame = 0; frame < FRAMES; frame++) {
            assertSeen(frame, 1);
            page.keyboard().press(".");
        }
        assertThat(shown()).containsText("if all are shown equally long");
    }

    @Test
    void wherePlayingStopsTheLandmarksAreThoseOfThePicture() {
        open(0);
        for (int stop = 0; stop < 5; stop++) {
            page.evaluate("""
                    async () => {
                      const video = document.querySelector('.frames video');
                      video.currentTime = 0;
                      await video.play();
                      for (let i = 0; i < 6; i++) await new Promise(next => video.requestVideoFrameCallback(next));
                      video.pause();
                      await new Promise(next => setTimeout(next, 200));
                    }
                    """);
            List<?> seen = (List<?>) page.evaluate(SEEN);
            assertThat(seen.get(1)).isEqualTo(seen.getFirst());
            assertThat((int) seen.getFirst()).isPositive();
        }
    }

    @Test
    void wherePeopleSeekTheLandmarksAreThoseOfThePicture() {
        for (int face = 0; face < VIDEOS.size(); face++) {
            open(face);
            Random random = new Random(face);
            for (int i = 0; i < SEEKS; i++) {
                int frame = random.nextInt(FRAMES);
                long[] ticks = VIDEOS.get(face).clip().ticks();
                page.evaluate(
                        "seconds => { document.querySelector('.frames video').currentTime = seconds; }",
                        (ticks[frame] + ticks[frame + 1]) / 2000.0);
                assertSeen(frame, face);
            }
        }
    }

    @Test
    void landmarksAreSwitchedOffAndOn() {
        open(0);
        assertSeen(0, 0);

        page.keyboard().press("o");
        assertThat(page.getByLabel("Landmarks")).not().isChecked();
        assertThat((List<?>) page.evaluate(SEEN)).isEqualTo(List.of(0, -1));
        page.getByLabel("Landmarks").check();
        assertSeen(0, 0);
    }

    @Test
    void aPersonUnitesAndDividesCharacters() {
        open(2);
        assertThat(page.getByText("The nearest other characters")).isVisible();
        visitor.press("The same");
        assertThat(page.getByText("Other faces of it: 1")).isVisible();
        assertThat(page.getByText("What people decided")).isVisible();
        Look.at(page, "item-face-decided");

        visitor.press("Not the same");
        assertThat(page.getByText("No other face is known of it.")).isVisible();
        visitor.press("Take back");
        assertThat(page.getByText("What people decided")).isHidden();
    }

    private void open(int face) {
        visitor.open(faces.page(face));
        assertThat(shown()).containsText("Frame 1 of " + FRAMES);
    }

    private Locator shown() {
        return page.locator(".frames output");
    }

    private void assertSeen(int frame, int face) {
        assertThat(shown())
                .hasText(Pattern.compile("Frame %d of %d, frame %d of the film.*"
                        .formatted(frame + 1, FRAMES, faces.span(face).first() + frame)));
        assertThat((List<?>) page.evaluate(SEEN)).isEqualTo(List.of(frame, frame));
    }
}
