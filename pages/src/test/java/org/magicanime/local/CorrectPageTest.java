package org.magicanime.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.magicanime.contracts.PointCorrection;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.stage.EventJson;
import org.magicanime.testkit.numbered.NumberedClip;

/// Points are corrected by mouse and by keys, on somebody who was drawn and on faces whose frames carry their
/// number.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CorrectPageTest {
    private static final int RIGHT_WRIST = 10;
    private static final int LEFT_WRIST = 9;
    private static final int FACE_FRAMES = 12;

    private static final String NUMBER = """
            () => {
              const picture = document.createElement('canvas');
              picture.width = picture.height = 512;
              const context = picture.getContext('2d', { willReadFrequently: true });
              context.drawImage(document.querySelector('#correct video'), 0, 0, 512, 512);
              let number = 0;
              for (let bar = 0; bar < 8; bar++) {
                if (context.getImageData((2 * bar + 1) * 32, 128, 1, 1).data[1] > 128) number |= 1 << bar;
              }
              return number;
            }
            """;

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static StateFolder state;
    private static LocalSystem system;
    private static DrawnSpan span;
    private static NumberedFaces faces;

    private Visitor visitor;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        state = StateFolder.take(folder.resolve("state"));
        system = LocalSystem.start(state, new CommonOptions(), LocalSystem.Extent.AND_LEDGER_SERVICE, message -> {});
        span = new DrawnSpan(system, folder);
        span.tell();
        faces = new NumberedFaces(system, folder);
        faces.tell(List.of(NumberedClip.unsteady(512, 512, FACE_FRAMES)));
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
        // Each test begins with what was estimated.
        assertThat(page.request()
                        .post(
                                "/api/reviews/decisions?decision=uncorrected&subset=pose-driven&id=" + DrawnSpan.ID
                                        + "&params=" + DrawnSpan.PARAMS,
                                RequestOptions.create())
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void whatIsDraggedInTwoFramesIsInterpolatedBetweenThemAndReadBackExactly() throws Exception {
        openSpan();
        drag(RIGHT_WRIST, 60, -40);
        double[] from = point(0, RIGHT_WRIST);
        for (int i = 0; i < 10; i++) {
            page.keyboard().press(".");
        }
        assertFrame(10);
        drag(RIGHT_WRIST, -25, 35);
        double[] to = point(10, RIGHT_WRIST);
        page.keyboard().press("l");
        assertThat(state()).hasText("9 interpolated.");
        Look.at(page, "correct-span");
        page.keyboard().press("s");
        assertThat(state()).hasText("Saved. What was estimated is kept beside it.");

        PointCorrection correction = correction();
        float[] expected = span.estimated();
        for (int frame = 0; frame <= 10; frame++) {
            for (int i = 0; i < 3; i++) {
                expected[(frame * DrawnSpan.POINTS + RIGHT_WRIST) * 3 + i] =
                        (float) (from[i] + (to[i] - from[i]) * (frame / 10.0));
            }
        }
        assertThat(span.read(correction.points())).containsExactly(expected);
        assertThat(Math.abs(from[0] - span.estimated()[RIGHT_WRIST * 3])).isGreaterThan(5);

        openSpan();
        assertThat(point(5, RIGHT_WRIST)).containsExactly(widened(expected, 5, RIGHT_WRIST));
        assertThat(origins(RIGHT_WRIST)).startsWith(1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 0);
        // The page leads to the frames in which something was corrected.
        page.keyboard().press("End");
        page.keyboard().press("k");
        assertFrame(10);
        // The page is loaded anew then: nothing is asked of it meanwhile.
        page.getByText("Take the correction back").click();
        assertThat(page.locator("[data-do=takeback]")).isHidden();
        assertThat(history()).startsWith("[{").contains("\"uncorrected\"", "\"corrected\"");
        visitor.check();
    }

    @Test
    void allIsDoneByKeys() {
        openSpan();
        for (int i = 0; i <= RIGHT_WRIST; i++) {
            page.keyboard().press("]");
        }
        assertThat(page.locator("#point")).hasValue(Integer.toString(RIGHT_WRIST));
        double[] before = point(0, RIGHT_WRIST);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowUp");
        assertThat(point(0, RIGHT_WRIST)).containsExactly((float) (before[0] + 1), (float) (before[1] - 10), 1);
        page.keyboard().press("n");
        page.keyboard().press("n");
        assertFrame(2);
        assertThat(point(2, RIGHT_WRIST)).containsExactly(point(0, RIGHT_WRIST));
        assertThat(origins(RIGHT_WRIST)).startsWith(1, 2, 2, 0);
        page.keyboard().press("h");
        assertThat(point(2, RIGHT_WRIST)).containsExactly(0, 0, 0);
        assertThat(page.locator("#point option:checked")).hasText("right wrist (not seen)");
        page.keyboard().press("h");
        assertThat(point(2, RIGHT_WRIST)[2]).isEqualTo(1);
        page.keyboard().press("x");
        assertThat(origins(RIGHT_WRIST)).startsWith(1, 2, 0);
        double[] right = point(2, RIGHT_WRIST);
        double[] left = point(2, LEFT_WRIST);
        page.keyboard().press("w");
        assertThat(point(2, LEFT_WRIST)).containsExactly(right);
        assertThat(point(2, RIGHT_WRIST)).containsExactly(left);

        for (int i = 0; i < 8; i++) {
            page.keyboard().press("u");
        }
        assertThat(point(0, RIGHT_WRIST)).containsExactly(before);
        assertThat(page.locator("[data-do=save]")).isDisabled();
        page.keyboard().press("u");
        assertThat(state()).hasText("There is nothing to undo.");
        page.keyboard().press("y");
        assertThat(point(0, RIGHT_WRIST)[0]).isEqualTo((float) (before[0] + 1));
        page.keyboard().press("u");

        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        Look.at(page, "correct-keys");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isHidden();
        visitor.check();
    }

    @Test
    void allIsDoneByMouse() {
        openSpan();
        page.getByLabel("face", new Page.GetByLabelOptions().setExact(true)).uncheck();
        button("Select all a").click();
        assertThat(page.locator("#point option:checked")).hasText("65 are selected");
        button("Swap left and right w").click();
        assertThat(origins(RIGHT_WRIST)[0]).isEqualTo(3);
        button("Undo u").click();
        button("Select none esc").click();
        // A box around all there is.
        box();
        assertThat(page.locator("#point option:checked")).containsText("are selected");
        button("Select none esc").click();
        at(RIGHT_WRIST, 0, 0);
        page.mouse().down();
        page.mouse().up();
        assertThat(page.locator("#point")).hasValue(Integer.toString(RIGHT_WRIST));
        assertThat(page.locator("[data-do=save]")).isDisabled();
        page.mouse().wheel(0, -600);
        page.waitForCondition(() -> number("correction.zoom.scale") > 2);
        Look.at(page, "correct-larger");
        button("Hide or show h").click();
        assertThat(state()).hasText("1 hidden.");
        button("Copy to next frame n").click();
        assertFrame(1);
        button("Whole picture 0").click();
        page.locator(".strip").click();
        page.waitForCondition(() -> number("correction.frame") == DrawnSpan.FRAMES / 2.0);
        button("Corrected before k").click();
        assertFrame(1);
        button("Save s").click();
        assertThat(state()).hasText("Saved. What was estimated is kept beside it.");
        assertThat(history()).contains("\"corrected\"");
        visitor.check();
    }

    @Test
    void whatSomebodyElseCorrectedMeanwhileIsNotUndone() {
        openSpan();
        try (Visitor other = new Visitor(chromium, system.http())) {
            other.open("/correct?" + DrawnSpan.query());
            assertThat(other.page().locator("output")).containsText("Frame 1 of");
            other.page().keyboard().press("]");
            other.page().keyboard().press("ArrowRight");
            other.page().keyboard().press("s");
            assertThat(other.page().locator("#state")).containsText("Saved.");
        }
        page.keyboard().press("]");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("s");

        assertThat(state()).containsText("It was not saved: somebody corrected");
        visitor.expect(409);
        page.keyboard().press("u");
    }

    @Test
    void landmarksOfEachFrameAreCorrectedOnItsOwnPictureAlsoWhereFramesAreShownUnequallyLong() {
        visitor.open("/correct?stage=face-crop&kind=face&id=" + faces.id(0) + "&params=" + NumberedFaces.PARAMS);
        for (int frame = 0; frame < FACE_FRAMES; frame++) {
            assertFrame(frame);
            int expected = frame;
            page.waitForCondition(() -> number("(" + NUMBER + ")()") == expected);
            assertThat(point(frame, 30)[0]).isEqualTo(20 + 10 * frame);
            page.keyboard().press(".");
        }
        page.keyboard().press("ArrowUp");
        page.locator("#point").selectOption("30");
        page.locator("#point").blur();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("s");
        assertThat(state()).containsText("Saved.");
        visitor.open(faces.page(0));
        assertThat(page.locator("main")).containsText("a person did; what was estimated is kept, too");
        Look.at(page, "item-corrected");
        visitor.click("Correct the points");
        assertThat(page.locator("h1")).hasText("Correct the landmarks");
        visitor.check();
    }

    private void openSpan() {
        visitor.open("/correct?" + DrawnSpan.query());
        assertFrame(0);
        // The picture is there, and with it the places of points on the screen.
        page.waitForFunction("() => document.querySelector('#correct video').readyState >= 2");
    }

    private void assertFrame(int frame) {
        assertThat(page.locator("#correct output")).hasText(Pattern.compile("Frame " + (frame + 1) + " of .*"));
    }

    private Locator state() {
        return page.locator("#state");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Moves the mouse to a point of the frame that is seen, or so many pixels of the screen beside it.
    private void at(int point, double dx, double dy) {
        List<?> place = (List<?>) page.evaluate("""
                point => {
                  const { left, top } = correction.canvas.getBoundingClientRect();
                  const [x, y] = correction.toScreen(correction.points.at(correction.frame, point));
                  return [left + x + 1e-9, top + y + 1e-9];
                }
                """, point);
        page.mouse()
                .move(((Number) place.getFirst()).doubleValue() + dx, ((Number) place.getLast()).doubleValue() + dy);
    }

    private void drag(int point, double dx, double dy) {
        at(point, 0, 0);
        page.mouse().down();
        at(point, dx / 2, dy / 2);
        at(point, dx, dy);
        page.mouse().up();
    }

    private void box() {
        var canvas = page.locator(".draws").boundingBox();
        page.mouse().move(canvas.x + 2, canvas.y + 2);
        page.mouse().down();
        page.mouse().move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
        page.mouse().move(canvas.x + canvas.width - 2, canvas.y + canvas.height - 2);
        page.mouse().up();
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private double[] point(int frame, int point) {
        List<?> values = (List<?>)
                page.evaluate("([frame, point]) => [...correction.points.at(frame, point)]", List.of(frame, point));
        return values.stream()
                .mapToDouble(each -> ((Number) each).doubleValue())
                .toArray();
    }

    /// Where a point is from in each frame, as numbers of ORIGINS.
    private int[] origins(int point) {
        return ((List<?>) page.evaluate(
                        "point => [...Array(correction.points.frames).keys()].map(frame => correction.points.origin(frame, point))",
                        point))
                .stream().mapToInt(each -> ((Number) each).intValue()).toArray();
    }

    private static double[] widened(float[] values, int frame, int point) {
        int start = (frame * DrawnSpan.POINTS + point) * 3;
        return new double[] {values[start], values[start + 1], values[start + 2]};
    }

    private String history() {
        return page.request()
                .get("/api/reviews?subset=pose-driven&id=" + DrawnSpan.ID)
                .text();
    }

    /// The last one that was told.
    private PointCorrection correction() {
        ReviewDecided[] all = EventJson.read(history().getBytes(UTF_8), ReviewDecided[].class);
        return Stream.of(all)
                .map(ReviewDecided::correction)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
