package org.magicanime.segment;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.magicanime.artifact.ArtifactStore;
import org.magicanime.artifact.StoreConfig;
import org.magicanime.segment.domain.ClipTrimmer;
import org.magicanime.segment.domain.SegmentParameters;
import org.magicanime.segment.domain.VideoCutter;
import org.magicanime.segment.storage.StoredClipArchive;
import org.magicanime.video.CodecLibrary;
import org.magicanime.video.CutOptions;
import org.magicanime.video.FilmReader;
import org.magicanime.video.MeasureOptions;
import org.magicanime.video.WorkFolders;

/// Puts the service together.
@Singleton
class SegmentBeans {
    @Produces
    @Singleton
    VideoCutter videoCutter(
            SegmentConfig config,
            FilmReader reader,
            ArtifactStore store,
            StoreConfig storeConfig,
            WorkFolders workFolders) {
        return new VideoCutter(
                reader, new StoredClipArchive(store, storeConfig.artifactsBucket()), parameters(config), workFolders);
    }

    @Produces
    @Singleton
    ClipTrimmer clipTrimmer(
            SegmentConfig config,
            FilmReader reader,
            ArtifactStore store,
            StoreConfig storeConfig,
            WorkFolders workFolders) {
        return new ClipTrimmer(
                reader, new StoredClipArchive(store, storeConfig.artifactsBucket()), parameters(config), workFolders);
    }

    private static SegmentParameters parameters(SegmentConfig config) {
        Map<String, String> options = config.encoder().options();
        return new SegmentParameters(
                config.detector(),
                config.clip().rules(),
                new MeasureOptions(config.detector().downscale(), config.timeout(), config.memoryMib()),
                new CutOptions(
                        config.encoder().name(),
                        options.isEmpty() ? CutOptions.DEFAULT.encoderOptions() : options,
                        config.encoder().leastSsim(),
                        config.timeout(),
                        config.memoryMib()),
                CodecLibrary.version());
    }
}
