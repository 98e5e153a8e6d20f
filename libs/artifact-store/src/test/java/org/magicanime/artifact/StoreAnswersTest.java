package org.magicanime.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of answers that no store here gives by itself.
class StoreAnswersTest {
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private MinioArtifactStore store;
    private int status = 200;
    private String type = "application/xml";
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            byte[] answer = head ? new byte[0] : body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        store = MinioArtifactStore.connect(StoreServer.settings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "access", "a-secret"));
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "503, SlowDown, StoreBusyException",
        "503, ServiceUnavailable, StoreBusyException",
        "500, InternalError, StoreBusyException",
        "507, XMinioStorageFull, StoreBusyException",
        "429, TooManyRequests, StoreBusyException",
        "409, OperationAborted, StoreBusyException",
        "400, RequestTimeout, StoreBusyException",
        "400, IncompleteBody, StoreBusyException",
        "400, XAmzContentSHA256Mismatch, StoreBusyException",
        "403, RequestTimeTooSkewed, StoreBusyException",
        "404, NoSuchUpload, StoreBusyException",
        "403, AccessDenied, StoreRefusedException",
        "403, SignatureDoesNotMatch, StoreRefusedException",
        "400, InvalidArgument, StoreRefusedException",
        "404, NoSuchBucket, StoreRefusedException",
        "405, MethodNotAllowed, StoreRefusedException",
    })
    void answerToPutMeansBusyOrRefusedAndIsNotTriedAgainHere(int status, String code, String exception) {
        answer(status, code);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> store.put("artifacts", "clips/a", new byte[] {1}, "video/mp4"))
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(exception))
                .withMessageContaining("artifacts/clips/a");

        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504", "429"})
    void answerWithoutWordsIsJudgedByItsStatus(int status) {
        this.status = status;

        assertThatExceptionOfType(StoreBusyException.class).isThrownBy(() -> store.stat("artifacts", "clips/a"));
    }

    @Test
    void pageOfSomeProxyIsBusyAndSaysWhatToLookAt() {
        status = 502;
        type = "text/html";
        body = "<html>Bad gateway</html>";

        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() -> store.find("artifacts", "clips/a", 10))
                .withMessageContaining("endpoint");
    }

    @Test
    void keyOfStrangerCannotBreakTheLine() {
        answer(403, "AccessDenied");

        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> store.find("ingest", "a\nERROR \u202efake \u001b[31m" + "x".repeat(1_000), 10))
                .satisfies(e -> assertThat(e.getMessage())
                        .contains("ingest/a?ERROR ?fake ?[31mxxx")
                        .doesNotContain("\n", "\u202e", "\u001b")
                        .hasSizeLessThan(500));
    }

    private void answer(int status, String code) {
        this.status = status;
        this.body = "<Error><Code>" + code + "</Code><Message>m</Message></Error>";
    }
}
