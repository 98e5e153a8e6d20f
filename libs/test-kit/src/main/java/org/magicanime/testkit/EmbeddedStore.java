package org.magicanime.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/// A real S3 endpoint on a folder of this machine, on the loopback interface: s3proxy with its filesystem provider.
///
/// Objects are plain files `folder/bucket/key`; media type, etag and user metadata are extended attributes of those
/// files. Beside it lies `folder.unfinished`, which is empty while nobody writes. A process that is killed leaves no
/// half object and, after the next start, no other file.
public final class EmbeddedStore implements AutoCloseable {
    private static final int THREADS = 32;

    private final S3Proxy proxy;
    private final UnfinishedWrites unfinished;

    private EmbeddedStore(S3Proxy proxy, UnfinishedWrites unfinished) {
        this.proxy = proxy;
        this.unfinished = unfinished;
    }

    /// Starts a store and returns when it answers.
    ///
    /// @param folder where objects are kept; survives a restart, also after a kill; no other process may use it
    /// @param port 0 for any free one
    /// @param told hears every object that is created or removed
    /// @throws IOException if the folder's file system cannot hold objects or the port is taken
    public static EmbeddedStore start(
            Path folder, int port, String accessKey, String secretKey, BucketNotifications told) throws IOException {
        ServerLog.quiet();
        Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
        requireAttributes(home);
        UnfinishedWrites unfinished =
                new UnfinishedWrites(home, home.resolveSibling(home.getFileName() + ".unfinished"));
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", home.toString());
        BlobStore files = BlobStores.create("filesystem", properties);
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new TellingBlobStore(new WholeObjectsBlobStore(files, unfinished), told))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .endpoint(endpoint)
                .ignoreUnknownHeaders(true)
                .jettyMaxThreads(THREADS)
                // An object may have any size that the disk takes: bodies are streamed. Only a body that is signed
                // as a whole lies in memory; those stay at s3proxy's bound of 32 MiB.
                .maxSinglePartObjectSize(Long.MAX_VALUE)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IOException("the store cannot be started on " + endpoint + ": " + e.getMessage(), e);
        }
        return new EmbeddedStore(proxy, unfinished);
    }

    /// Without extended attributes s3proxy would drop media types, etags and metadata without a word.
    private static void requireAttributes(Path folder) throws IOException {
        UserDefinedFileAttributeView attributes =
                Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class);
        try {
            attributes.write("magicanime.probe", ByteBuffer.wrap(new byte[] {1}));
            attributes.delete("magicanime.probe");
        } catch (IOException | UnsupportedOperationException e) {
            throw new IOException(
                    "the file system of " + folder + " keeps no extended attributes (user.*), which the store needs:"
                            + " choose a folder on another disk",
                    e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
        unfinished.clean();
    }
}
