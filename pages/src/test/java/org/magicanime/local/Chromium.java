package org.magicanime.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An installed Chromium without a window. Nothing is downloaded: Playwright only steers it.
final class Chromium implements AutoCloseable {
    private static final String VARIABLE = "MAGICANIME_CHROMIUM";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    /// @throws IllegalStateException if none is installed; says what to install
    Chromium() {
        Path program = find();
        // As long as a page may take for anything else: on a loaded machine the first figures come after five seconds.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Its own sandbox wants a user other than root; the only pages it shows are ours.
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox")));
    }

    private static Path find() {
        List<Path> places = new ArrayList<>();
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isEmpty()) {
            places.add(Path.of(named));
        } else {
            for (String name : NAMES) {
                for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
                    places.add(Path.of(folder, name));
                }
            }
        }
        return places.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium is at " + places + ". Install one (Debian:"
                        + " apt-get install chromium) or set the environment variable " + VARIABLE
                        + " to its program"));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
