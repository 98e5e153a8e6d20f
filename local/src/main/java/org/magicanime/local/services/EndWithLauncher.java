package org.magicanime.local.services;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.magicanime.local.ParentWatch;

/// Ends the services in order when the launcher is gone, also when it was killed: our standard input then ends.
@ApplicationScoped
class EndWithLauncher {
    private final boolean supervised;

    EndWithLauncher(@ConfigProperty(name = "magicanime.supervised", defaultValue = "false") boolean supervised) {
        this.supervised = supervised;
    }

    void watch(@Observes StartupEvent event) {
        if (supervised) {
            ParentWatch.onEnd(() -> Quarkus.asyncExit(0));
        }
    }
}
