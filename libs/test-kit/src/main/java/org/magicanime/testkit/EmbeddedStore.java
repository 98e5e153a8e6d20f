package org.magicanime.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/// A real S3 endpoint on a folder of this machine, on the loopback interface: s3proxy with its filesystem provider.
/// Objects are plain files under `folder/bucket/key`.
public final class EmbeddedStore implements AutoCloseable {
    private static final int THREADS = 32;

    private final S3Proxy proxy;
    private final URI endpoint;

    private EmbeddedStore(S3Proxy proxy, URI endpoint) {
        this.proxy = proxy;
        this.endpoint = endpoint;
    }

    /// Starts a store and returns when it answers.
    ///
    /// @param folder where objects are kept; survives a restart
    /// @param port 0 for any free one
    /// @param told hears every object that is created
    public static EmbeddedStore start(
            Path folder, int port, String accessKey, String secretKey, BucketNotifications told) throws IOException {
        Files.createDirectories(folder);
        Properties properties = new Properties();
        properties.setProperty(
                "jclouds.filesystem.basedir", folder.toAbsolutePath().toString());
        URI endpoint = URI.create("http://127.0.0.1:" + (port == 0 ? freePort() : port));
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new TellingBlobStore(BlobStores.create("filesystem", properties), told))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .endpoint(endpoint)
                .ignoreUnknownHeaders(true)
                .jettyMaxThreads(THREADS)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IOException("the store cannot be started on " + endpoint + ": " + e.getMessage(), e);
        }
        return new EmbeddedStore(proxy, endpoint);
    }

    public URI endpoint() {
        return endpoint;
    }

    /// A port of the loopback interface that nobody uses now.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}
