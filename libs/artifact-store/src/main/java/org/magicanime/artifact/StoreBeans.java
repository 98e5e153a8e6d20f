package org.magicanime.artifact;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Gives every service its store, and hangs up when the service ends.
@Singleton
class StoreBeans {
    @Produces
    @Singleton
    MinioArtifactStore connection(StoreConfig config) {
        return MinioArtifactStore.connect(config);
    }

    void hangUp(@Disposes MinioArtifactStore store) {
        store.close();
    }
}
