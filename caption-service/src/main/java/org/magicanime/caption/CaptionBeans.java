package org.magicanime.caption;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.caption.domain.CaptionParameters;
import org.magicanime.caption.domain.ClipCaptioner;
import org.magicanime.caption.media.DecodedClip;
import org.magicanime.caption.storage.StoredCaptionArchive;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class CaptionBeans {
    @Produces
    @Singleton
    ClipCaptioner clipCaptioner(
            CaptionConfig config, ArtifactStore store, StoreConfig storeConfig, WorkFolders workFolders) {
        return new ClipCaptioner(
                new DecodedClip(),
                new StoredCaptionArchive(store, storeConfig.artifactsBucket()),
                new CaptionParameters(config.motionRules(), CodecLibrary.version()),
                workFolders);
    }
}
