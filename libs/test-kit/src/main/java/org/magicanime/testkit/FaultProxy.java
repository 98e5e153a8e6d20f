package org.magicanime.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A TCP connection that fails when it is told to: stands on the loopback interface between a service and a store or a
/// broker. It begins by passing everything; each method below sets another behaviour for all connections, old and new.
public final class FaultProxy implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FaultProxy.class);
    private static final int CHUNK = 1 << 14;

    private sealed interface Mode {}

    private record Pass() implements Mode {}

    private record Refuse() implements Mode {}

    private record Blackhole() implements Mode {}

    private record Latency(Duration delay) implements Mode {}

    private record CutAfter(long bytes) implements Mode {}

    private record HoldAfter(long passed) implements Mode {}

    private final InetSocketAddress target;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong passed = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Mode mode = new Pass();
    private @Nullable ServerSocket listener;
    private @Nullable Thread accepting;

    private FaultProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.port = listen(0);
    }

    /// @param target a server on the loopback interface
    public static FaultProxy before(URI target) throws IOException {
        return before(target.getPort());
    }

    /// @param port of a server on the loopback interface
    public static FaultProxy before(int port) throws IOException {
        return new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public int port() {
        return port;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Bytes passed so far, both ways together.
    public long passed() {
        return passed.get();
    }

    /// Everything passes; what a black hole held back goes on.
    public void pass() throws IOException {
        set(new Pass());
    }

    /// Nobody listens, and connections that exist are reset.
    public void refuse() throws IOException {
        set(new Refuse());
    }

    /// Connections come about and stay, and not one byte passes.
    public void blackhole() throws IOException {
        set(new Blackhole());
    }

    /// Every piece of up to 16 KiB is late by this much, each way.
    public void latency(Duration delay) throws IOException {
        set(new Latency(delay));
    }

    /// Every connection is reset after so many bytes, both ways together; those that exist are reset at once.
    public void cutAfter(long bytes) throws IOException {
        set(new CutAfter(bytes));
    }

    /// So many bytes more pass on all connections together, give or take a piece; then it is a black hole.
    public void holdAfter(long bytes) throws IOException {
        set(new HoldAfter(passed.get() + bytes));
    }

    private void set(Mode next) throws IOException {
        lock.lock();
        try {
            mode = next;
            if (next instanceof Refuse) {
                closeListener();
            } else if (listener == null) {
                listen(port);
            }
            if (next instanceof Refuse || next instanceof CutAfter) {
                links.forEach(Link::reset);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int listen(int on) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 256);
        listener = socket;
        accepting = Thread.ofVirtual().name("fault-proxy").start(() -> accept(socket));
        return socket.getLocalPort();
    }

    private void closeListener() throws IOException {
        if (listener != null) {
            listener.close();
            listener = null;
            awaitLastConnection();
        }
    }

    /// While a thread still waits in `accept`, the system goes on to take connections, also after `close`.
    private void awaitLastConnection() {
        if (accepting == null) {
            return;
        }
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Link link = new Link(from.accept());
                links.add(link);
                Thread.ofVirtual().start(link::carry);
            } catch (IOException e) {
                if (!from.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }

    /// One connection of a client, and the one to the server that belongs to it.
    private final class Link {
        private final Socket client;
        private final Socket server = new Socket();
        private final AtomicLong bytes = new AtomicLong();

        Link(Socket client) {
            this.client = client;
        }

        /// Passes bytes both ways until both sides have said all.
        void carry() {
            try {
                server.connect(target);
                Thread answers = Thread.ofVirtual().start(() -> pump(server, client));
                pump(client, server);
                answers.join();
                links.remove(this);
                client.close();
                server.close();
            } catch (IOException | InterruptedException e) {
                LOG.debugf(e, "a connection to port %d has ended", target.getPort());
                reset();
            }
        }

        private void pump(Socket from, Socket to) {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    int allowed = await(read);
                    out.write(chunk, 0, allowed);
                    passed.addAndGet(allowed);
                    if (allowed < read) {
                        reset();
                        return;
                    }
                }
                to.shutdownOutput();
            } catch (IOException | InterruptedException e) {
                LOG.debugf(e, "a connection to port %d has broken", target.getPort());
                reset();
            }
        }

        /// Waits as long as the mode says.
        ///
        /// @return how many of the bytes may pass
        private int await(int read) throws InterruptedException {
            lock.lock();
            try {
                while (holds()) {
                    changed.await();
                }
            } finally {
                lock.unlock();
            }
            return switch (mode) {
                case Latency late -> {
                    Thread.sleep(late.delay());
                    yield read;
                }
                case CutAfter cut -> {
                    long before = bytes.getAndAdd(read);
                    yield (int) Math.clamp(cut.bytes() - before, 0, read);
                }
                case Refuse refuse -> 0;
                case Blackhole blackhole -> await(read);
                case HoldAfter hold -> read;
                case Pass pass -> read;
            };
        }

        private boolean holds() {
            return mode instanceof Blackhole || (mode instanceof HoldAfter hold && passed.get() >= hold.passed());
        }

        void reset() {
            links.remove(this);
            abort(client);
            abort(server);
        }

        /// Without lingering the other side sees a reset.
        private static void abort(Socket socket) {
            try {
                if (!socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                }
                socket.close();
            } catch (IOException e) {
                LOG.debugf(e, "a connection was closed by both sides at once");
            }
        }
    }
}
