package org.magicanime.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Gives every service its store.
@Singleton
class StoreBeans {
    @Produces
    @ApplicationScoped
    ArtifactStore artifactStore(StoreConfig config) {
        return MinioArtifactStore.connect(config);
    }
}
