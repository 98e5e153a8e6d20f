package org.magicanime.facecrop;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.facecrop.domain.FaceCropParameters;
import org.magicanime.facecrop.domain.FaceCropper;
import org.magicanime.facecrop.media.AvFaceMedia;
import org.magicanime.facecrop.storage.StoredFaceArchive;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class FaceCropBeans {
    @Produces
    @Singleton
    FaceCropper faceCropper(
            FaceCropConfig config, ArtifactStore store, StoreConfig storeConfig, WorkFolders workFolders) {
        return new FaceCropper(
                new AvFaceMedia(),
                new StoredFaceArchive(store, storeConfig.artifactsBucket()),
                new FaceCropParameters(config.face().rules(), config.window().shape(), CodecLibrary.version()),
                workFolders);
    }
}
