package org.magicanime.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.magicanime.artifact.StoreServer.BUCKET;
import static org.magicanime.artifact.StoreServer.INGEST;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.magicanime.artifact.ArtifactStore.StoredObject;
/// What {@link ArtifactStore} promises of listings, on any S3 store.

abstract class ListingContract extends ContractFixture {
    @Test
    void listingShowsEveryObjectUnderPrefixOnce() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 1_050; i++) {
            keys.add(key("many/%04d.json".formatted(i)));
        }
        keys.parallelStream().forEach(key -> store.put(BUCKET, key, new byte[] {1, 2}, "application/json"));
        store.put(BUCKET, key("other/x"), new byte[] {1}, "video/mp4");

        List<StoredObject> listed = new ArrayList<>();
        store.list(BUCKET, prefix + "many/", listed::add);

        assertThat(listed).extracting(StoredObject::key).containsExactlyElementsOf(keys);
        assertThat(listed)
                .allSatisfy(object -> assertThat(object.size()).isEqualTo(2))
                .last()
                .satisfies(object -> assertThat(object.origin())
                        .isEqualTo(
                                store.stat(BUCKET, object.key()).orElseThrow().origin()));
    }

    @Test
    void foldersAreThoseRightUnderAPrefixWhateverLiesInThem() throws Exception {
        List<String> strange = List.of("a b+c", "100%25", "é\u0301 \u200f🎬", "<img src=x>");
        for (String name : List.of("a/1/x", "a/2/x", "a/2/y/z", "b/1/x", "beside")) {
            drop(prefix + name, new byte[] {1});
        }
        for (String name : strange) {
            drop(prefix + "a/" + name + "/x", new byte[] {1});
        }

        assertThat(store.folders(INGEST, prefix, 100)).containsExactly("a", "b");
        assertThat(store.folders(INGEST, prefix + "a/", 100))
                .contains("1", "2")
                .containsAll(strange)
                .hasSize(6);
        assertThat(store.folders(INGEST, prefix + "a/2/", 100)).containsExactly("y");
        assertThat(store.folders(INGEST, prefix + "none/", 100)).isEmpty();
    }

    @Test
    void thereMayBeMoreFoldersThanTheStoreTellsAtOnce() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1_050; i++) {
            names.add("%04d".formatted(i));
        }
        names.parallelStream()
                .forEach(name ->
                        store.put(BUCKET, key("folders/" + name + "/x.json"), new byte[] {1}, "application/json"));

        assertThat(store.folders(BUCKET, prefix + "folders/", 2_000)).containsExactlyElementsOf(names);
        assertThat(store.folders(BUCKET, prefix + "folders/", 3)).containsExactly("0000", "0001", "0002");
    }

    @Test
    void whatListenerThrowsPassesThroughListing() {
        store.put(BUCKET, key("a"), new byte[] {1}, "video/mp4");
        IllegalStateException ours = new IllegalStateException("ours", new java.io.IOException("not the store's"));

        assertThatIllegalStateException()
                .isThrownBy(() -> store.list(BUCKET, prefix, object -> {
                    throw ours;
                }))
                .isSameAs(ours);
    }

    @Test
    void strangeKeysAreListedAsTheyAre() throws Exception {
        List<String> names = List.of("a b+c.mp4", "-i.mp4", "é\u0301 \u200f🎬.mp4", "100%25.mp4", "<img src=x>.mp4");
        for (String name : names) {
            drop(prefix + name, new byte[] {1});
        }

        List<String> listed = new ArrayList<>();
        store.list(INGEST, prefix, object -> listed.add(object.key()));

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> prefix + name).toList());
    }
}
