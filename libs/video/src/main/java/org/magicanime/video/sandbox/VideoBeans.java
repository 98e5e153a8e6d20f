package org.magicanime.video.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.magicanime.video.FilmReader;
import org.magicanime.video.WorkFolders;

/// Gives every service of a process the same reader and the same work folders.
@Singleton
class VideoBeans {
    @Produces
    @Singleton
    WorkFolders workFolders(VideoConfig config) {
        return WorkFolders.below(config.workFolder());
    }

    void close(@Disposes WorkFolders folders) {
        folders.close();
    }

    @Produces
    @ApplicationScoped
    FilmReader filmReader(VideoConfig config, WorkFolders workFolders) {
        SandboxedFilmReader reader = new SandboxedFilmReader(
                new SandboxConfig(
                        config.nativeLibraries(), config.bubblewrap(), config.probeTimeout(), config.probeMemoryMib()),
                workFolders);
        reader.prepareInBackground();
        return reader;
    }

    void close(@Disposes FilmReader reader) throws Exception {
        if (reader instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
