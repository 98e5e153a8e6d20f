package org.magicanime.dataset.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The file with the tokens, which may be exchanged while the service runs.
final class TokenFile {
    private static final Logger LOG = Logger.getLogger(TokenFile.class);
    private static final int LARGEST = 1 << 20;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private volatile AccessTokens tokens;
    private String told = "";
    private boolean warned;

    /// @throws IllegalArgumentException if the file cannot be used; says why and what to do
    TokenFile(Path path) {
        this.path = path;
        this.tokens = read();
    }

    /// As they were last read without a fault.
    AccessTokens tokens() {
        return tokens;
    }

    /// Reads the file again. A file with a fault changes nothing, so that a slip of the hand locks nobody out; it is
    /// logged once.
    synchronized void readAgain() {
        try {
            tokens = read();
            told = "";
        } catch (IllegalArgumentException e) {
            String fault = String.valueOf(e.getMessage());
            if (!fault.equals(told)) {
                LOG.errorf("%s. The tokens that were read before stay valid", fault);
            }
            told = fault;
        }
    }

    private AccessTokens read() {
        if (!Files.isRegularFile(path)) {
            throw fault(Files.exists(path) ? "it is no file" : "it is not there", null);
        }
        try (InputStream in = Files.newInputStream(path)) {
            checkPermissions();
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IllegalArgumentException("it is larger than 1 MiB");
            }
            return AccessTokens.of(new String(content, UTF_8));
        } catch (IOException e) {
            throw fault("it cannot be read (" + e + ")", e);
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()), e);
        }
    }

    private IllegalArgumentException fault(String what, @Nullable Exception cause) {
        return new IllegalArgumentException("the token file " + path + " (dataset.access.token-file): " + what, cause);
    }

    /// A file of this process's own user is that user's to close. One of another owner came with the machine, as the
    /// secrets do that Kubernetes mounts: root's, readable by a group or, by default, by everybody, but only in a
    /// container that nobody else is in. Refused, it could not be mended from here; it is said once.
    private void checkPermissions() throws IOException {
        Set<PosixFilePermission> given = EnumSet.noneOf(PosixFilePermission.class);
        given.addAll(Files.getPosixFilePermissions(path));
        given.retainAll(OF_OTHERS);
        if (given.stream().anyMatch(WRITE::contains)) {
            throw new IllegalArgumentException("others may write it; 'chmod 600 " + path + "' closes it");
        }
        boolean own =
                Files.getAttribute(path, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        if (own && !given.isEmpty()) {
            throw new IllegalArgumentException("others may read it; 'chmod 600 " + path
                    + "' closes it, or for a secret that is mounted 'defaultMode: 0400'");
        }
        if (given.contains(PosixFilePermission.OTHERS_READ) && !warned) {
            warned = true;
            LOG.warnf("everybody on this machine or in this container may read the token file %s", path);
        }
    }
}
