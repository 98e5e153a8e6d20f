package org.magicanime.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = FaultProxy.before(echo.getLocalPort());
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                if (!echo.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // the proxy resets connections: that is what is tested
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void everythingPassesAtFirstToTheLastByte() throws Exception {
        byte[] sent = new byte[5_000_000];
        sent[sent.length - 1] = 7;
        try (Socket client = connect()) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    client.getOutputStream().write(sent);
                    client.shutdownOutput();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(sent);
            writer.join();
        }
        assertThat(proxy.passed()).isEqualTo(10_000_000);
    }

    @Test
    void refusingResetsOldConnectionsAndTakesNoNewOnesUntilItPassesAgain() throws Exception {
        try (Socket old = connect()) {
            say(old, 1);
            proxy.refuse();
            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> say(old, 2));
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);

        proxy.pass();

        try (Socket client = connect()) {
            say(client, 3);
        }
    }

    @Test
    void blackHoleKeepsConnectionsSilentAndGivesBackWhatItHeld() throws Exception {
        try (Socket client = connect()) {
            say(client, 1);
            proxy.blackhole();
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> say(client, 2));
            try (Socket fresh = connect()) {
                assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> say(fresh, 1));
            }

            proxy.pass();

            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void latencyIsPaidEachWay() throws Exception {
        proxy.latency(Duration.ofMillis(100));
        try (Socket client = connect()) {
            long begin = System.nanoTime();
            say(client, 1);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void everyConnectionIsCutAfterItsBytes() throws Exception {
        proxy.cutAfter(5);
        for (int i = 0; i < 2; i++) {
            try (Socket client = connect()) {
                say(client, 1);
                say(client, 2);
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> say(client, 3));
            }
        }
    }

    @Test
    void holdingBeginsAfterSoManyBytes() throws Exception {
        proxy.holdAfter(4);
        try (Socket client = connect()) {
            say(client, 1);
            say(client, 2);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> say(client, 3));
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(500);
        return socket;
    }

    /// Sends one byte and waits for its echo.
    private static void say(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        assertThat(new DataInputStream(socket.getInputStream()).readUnsignedByte())
                .isEqualTo(value);
    }
}
