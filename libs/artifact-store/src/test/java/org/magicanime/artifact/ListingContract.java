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
