package org.magicanime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;

/// A video of a page, played as a person would.
final class PlayedVideo {
    private PlayedVideo() {}

    /// It has a picture and a length, its time passes, and a place in its middle can be shown.
    static void play(Locator video, Visitor visitor) {
        Object length = video.evaluate("""
                async video => {
                  video.muted = true;
                  await video.play();
                  const passes = new Promise(done => video.addEventListener('timeupdate', done, { once: true }));
                  await passes;
                  video.pause();
                  const found = new Promise(done => video.addEventListener('seeked', done, { once: true }));
                  video.currentTime = video.duration / 2;
                  await found;
                  return [video.readyState, video.duration, video.videoWidth, video.currentTime];
                }
                """);
        List<?> numbers = (List<?>) length;
        assertThat(numbers)
                .allSatisfy(
                        number -> assertThat(((Number) number).doubleValue()).isPositive());
        assertThat(((Number) numbers.getFirst()).intValue()).isGreaterThanOrEqualTo(2);
        assertThat(visitor.parts()).isPositive();
        visitor.check();
    }
}
