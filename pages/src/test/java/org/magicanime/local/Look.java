package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/// What a page looks like on a wide, a usual and a narrow screen, by day and by night.
final class Look {
    private static final Path FOLDER = Path.of("target/pages");
    private static final int HEIGHT = 900;
    /// Of the Web Content Accessibility Guidelines, level AA, for text of usual size.
    private static final double LEAST_CONTRAST = 4.5;

    /// Texts whose colour is too close to what is behind them.
    private static final String PALE = """
            least => {
              const parts = c => c.match(/[\\d.]+/g).map(Number);
              const light = c => {
                const [r, g, b] = c.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b;
              };
              const ground = e => {
                for (; e; e = e.parentElement) {
                  const c = parts(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0) return c.slice(0, 3);
                }
                return [255, 255, 255];
              };
              const pale = [];
              for (const e of document.querySelectorAll('body *')) {
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                if (!own || !e.checkVisibility()) continue;
                const [a, b] = [light(parts(getComputedStyle(e).color).slice(0, 3)), light(ground(e))];
                const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (contrast < least) pale.push(contrast.toFixed(2) + ' ' + e.textContent.trim().slice(0, 40));
              }
              return pale;
            }
            """;

    private Look() {}

    /// Takes pictures into `target/pages`, and looks that nothing is wider than the screen or too pale to read.
    static void at(Page page, String name) {
        for (int width : new int[] {1920, 1280, 390}) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
                String file = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
                page.screenshot(
                        new ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
                assertThat((List<?>) page.evaluate(PALE, LEAST_CONTRAST))
                        .describedAs("pale text in " + file)
                        .isEmpty();
            }
            assertThat((int) page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth"))
                    .describedAs(name + " at " + width + " pixels is wider by")
                    .isLessThanOrEqualTo(0);
        }
        page.setViewportSize(1280, HEIGHT);
    }
}
