package org.magicanime.dataset.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.ArtifactStore.Stored;
import org.magicanime.artifact.Digest;
import org.magicanime.artifact.ObjectChangedException;
import org.magicanime.artifact.ObjectNotFoundException;
import org.magicanime.contracts.ArtifactKeys;
import org.magicanime.contracts.ArtifactRef;
import org.magicanime.contracts.VersionName;
import org.magicanime.dataset.domain.FrozenVersion;
import org.magicanime.stage.EventJson;
import org.magicanime.stage.UnreadableEventException;

/// Frozen versions in the store, in a bucket that is made when it is first needed. The files of a version have their
/// SHA-256 in their keys; `version.json`, which names them, comes last, and only if there is none. So a version is
/// there or not, and whole, whoever was killed in the middle.
public final class FrozenVersions {
    private static final String VERSION = "version.json";
    private static final int LARGEST = 64 << 10;
    private static final Pattern KEY = Pattern.compile(ArtifactKeys.VERSIONS + "([^/]+)/" + Pattern.quote(VERSION));

    private final ArtifactStore store;
    private final String bucket;
    private volatile boolean ready;

    public FrozenVersions(ArtifactStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /// A version that there is.
    ///
    /// @param version absent if it is damaged
    public record Listed(String name, @Nullable FrozenVersion version) {}

    /// All versions by name.
    public List<Listed> list() {
        List<String> names = new ArrayList<>();
        bucket();
        store.list(bucket, ArtifactKeys.VERSIONS, object -> {
            Matcher key = KEY.matcher(object.key());
            if (key.matches() && isName(key.group(1))) {
                names.add(key.group(1));
            }
        });
        return names.stream().sorted().map(this::listed).toList();
    }

    private Listed listed(String name) {
        try {
            return new Listed(name, find(name).orElse(null));
        } catch (DamagedVersionException e) {
            return new Listed(name, null);
        }
    }

    private static boolean isName(String text) {
        try {
            VersionName.require(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// @throws DamagedVersionException if what is there is no version of this name
    /// @throws IllegalArgumentException if no version can be called so
    public Optional<FrozenVersion> find(String name) {
        String key = ArtifactKeys.ofVersion(name, VERSION);
        bucket();
        try {
            Optional<FrozenVersion> found =
                    store.find(bucket, key, LARGEST).map(json -> EventJson.read(json, FrozenVersion.class));
            if (found.isPresent() && !found.get().name().equals(name)) {
                throw new DamagedVersionException(name, null);
            }
            return found;
        } catch (UnreadableEventException | ObjectChangedException e) {
            throw new DamagedVersionException(name, e);
        }
    }

    /// Where a file of a version is kept.
    ///
    /// @param kind such as `manifest`
    /// @param ending such as `jsonl`
    ArtifactRef place(String version, String kind, String ending, Path file, long size, String mediaType) {
        String sha256 = Digest.sha256(file);
        String key = ArtifactKeys.ofVersion(version, kind + "." + sha256 + "." + ending);
        return new ArtifactRef(bucket, key, sha256, size, mediaType);
    }

    /// Puts those files of a version into the store that are not there.
    ///
    /// @param files what is known of them; one that the version does not name is left out
    /// @throws DamagedVersionException if something else is there
    void put(FrozenVersion version, Map<ArtifactRef, Path> files) {
        bucket();
        for (ArtifactRef ref : version.files()) {
            Path file = files.get(ref);
            if (file != null
                    && !store.put(bucket, ref.key(), file, ref.mediaType()).sameContent()) {
                throw new DamagedVersionException(version.name(), null);
            }
        }
    }

    /// Makes a version whose files are there a version.
    ///
    /// @return whether there was none of that name
    boolean declare(FrozenVersion version) {
        Stored stored = store.put(
                bucket, ArtifactKeys.ofVersion(version.name(), VERSION), EventJson.write(version), "application/json");
        return stored.created();
    }

    /// Removes what others left who were killed, or came second. Only of a version that was declared.
    void removeOthers(FrozenVersion version) {
        Set<String> named = new HashSet<>();
        named.add(ArtifactKeys.ofVersion(version.name(), VERSION));
        version.files().forEach(file -> named.add(file.key()));
        List<String> others = new ArrayList<>();
        store.list(bucket, ArtifactKeys.VERSIONS + version.name() + "/", object -> {
            if (!named.contains(object.key())) {
                others.add(object.key());
            }
        });
        others.forEach(key -> store.delete(bucket, key));
    }

    /// Fetches a file of a version, checked by its SHA-256.
    ///
    /// @param target that does not exist yet
    /// @throws DamagedVersionException if it is gone or has other bytes
    public void fetch(FrozenVersion version, ArtifactRef file, Path target) {
        try {
            store.get(file, target);
        } catch (ObjectNotFoundException | ObjectChangedException e) {
            throw new DamagedVersionException(version.name(), e);
        }
    }

    private void bucket() {
        if (!ready) {
            store.ensureBucket(bucket);
            ready = true;
        }
    }
}
