package org.magicanime.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that nobody should ask.
public final class Canary implements AutoCloseable {
    private final AtomicInteger asked = new AtomicInteger();
    private final ServerSocket socket;
    private final Thread listener;

    public Canary() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        listener = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                socket.accept().close();
                asked.incrementAndGet();
            }
        } catch (IOException e) {
            // closed
            return;
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    /// How often somebody connected; nobody can any more.
    public int stopAndCount() throws Exception {
        close();
        listener.join();
        return asked.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
