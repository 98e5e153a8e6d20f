package org.magicanime.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
    @Test
    void onlyAnAnswerThatAllIsWellIsNoProblem() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/up", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/down", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

        assertThat(HealthProbe.problem(base.resolve("/up"))).isNull();
        assertThat(HealthProbe.problem(base.resolve("/down"))).contains("503");
        server.stop(0);
        assertThat(HealthProbe.problem(base.resolve("/up"))).contains("does not answer");
    }
}
