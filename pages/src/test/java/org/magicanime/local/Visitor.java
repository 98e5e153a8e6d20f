package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person in front of one browser tab, who notices everything that should not happen: scripts of strangers, requests
/// to other places, refused parts of pages, errors.
final class Visitor implements AutoCloseable {
    private static final Pattern BORROWER = Pattern.compile("borrower=[A-Za-z0-9-]+");
    private static final Duration STARTING = Duration.ofSeconds(60);
    /// Control and direction characters; a page only has line breaks and tabs.
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}&&[^\\n\\t\\u00ad]]";

    private final URI home;
    private final BrowserContext context;
    private final Page page;
    private final Set<String> borrowers = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final AtomicInteger parts = new AtomicInteger();

    Visitor(Chromium chromium, URI home) {
        this.home = home;
        context = chromium.browser()
                .newContext(new NewContextOptions().setBaseURL(home.toString()).setViewportSize(1280, 900));
        context.addInitScript("""
                window.__refused = [];
                document.addEventListener('securitypolicyviolation',
                    e => window.__refused.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample));
                """);
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onDialog(dialog -> {
            faults.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> faults.add("a script failed: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.add("the console says: " + message.text());
            }
        });
        context.onRequest(this::look);
        context.onResponse(this::look);
    }

    private void look(Request request) {
        Matcher borrower = BORROWER.matcher(request.url());
        while (borrower.find()) {
            borrowers.add(borrower.group());
        }
        if (!request.url().startsWith(home.toString()) && !request.url().startsWith("data:")) {
            faults.add("a request to " + request.url());
        }
    }

    private void look(Response response) {
        if (response.status() >= 400) {
            faults.add(response.status() + " for " + response.url());
        }
        if (response.status() == 206) {
            parts.incrementAndGet();
        }
    }

    Page page() {
        return page;
    }

    /// Answers with a part of a file so far.
    int parts() {
        return parts.get();
    }

    /// As one who types the address.
    void open(String path) {
        page.navigate(path);
        check();
    }

    /// A link, by what it says.
    void click(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
        check();
    }

    void press(String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
        check();
    }

    /// A button whose answer is an error of that status, which the console tells, too.
    void pressExpecting(String words, int status) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
        page.waitForLoadState();
        expect(status);
    }

    /// That an answer with that status came, which the console tells, too, and nothing else happened.
    void expect(int status) {
        assertThat(faults).isNotEmpty().allMatch(fault -> fault.contains(Integer.toString(status)));
        faults.clear();
        check();
    }

    /// Waits for a service that was just started.
    void awaitService() {
        long end = System.nanoTime() + STARTING.toNanos();
        while (true) {
            try {
                if (page.request().get("/q/health/live").ok()) {
                    return;
                }
            } catch (PlaywrightException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /// That nothing happened that should not, and that the page shows no sign that pretends to be something else.
    void check() {
        page.waitForLoadState();
        assertThat(faults).describedAs(page.url()).isEmpty();
        assertThat(page.evaluate("() => String(window.__pwned)")).isEqualTo("undefined");
        assertThat((List<?>) page.evaluate("() => window.__refused"))
                .describedAs("what the policy refused at " + page.url())
                .isEmpty();
        assertThat((List<?>) page.evaluate("() => [...document.querySelectorAll('[href], [src], [action]')]"
                        + ".flatMap(e => ['href', 'src', 'action'].map(a => e.getAttribute(a)))"
                        + ".filter(a => a && !a.startsWith('/') && !a.startsWith('#'))"))
                .describedAs("addresses of other places at " + page.url())
                .isEmpty();
        assertThat(page.locator("body").textContent())
                .describedAs("characters that nobody sees at " + page.url())
                .doesNotContainPattern(UNSEEN);
    }

    /// Gives back what its pages were lent. They do so themselves when they are left, but when that arrives nobody can
    /// await here, and the next visitor would find a queue without it for two minutes.
    @Override
    public void close() {
        page.navigate("about:blank");
        if (!borrowers.isEmpty()) {
            assertThat(page.request()
                            .post("/api/reviews/loans/ended?" + String.join("&", borrowers), RequestOptions.create())
                            .status())
                    .isEqualTo(204);
        }
        context.close();
    }
}
