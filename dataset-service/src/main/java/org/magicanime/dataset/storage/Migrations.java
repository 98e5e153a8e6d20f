package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// The migrations by name. To search class paths for them works differently in each kind of packaging.
final class Migrations implements ResourceProvider {
    private static final String FOLDER = "/db/migration/";
    private static final List<String> NAMES = List.of(
            "V1__ledger.sql",
            "V2__accounting.sql",
            "V3__items.sql",
            "V4__film_summaries.sql",
            "V5__measures.sql",
            "V6__film_times.sql",
            "V7__faces.sql",
            "V8__characters.sql",
            "V9__speech.sql",
            "V10__reviews.sql",
            "V11__captions.sql",
            "V12__reviewers.sql",
            "V13__trims.sql",
            "V14__points.sql",
            "V15__rules.sql",
            "V16__look_again.sql",
            "V17__grades.sql");

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return NAMES.contains(name) ? new Migration(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return NAMES.stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(Migration::new)
                .toList();
    }

    private static final class Migration extends LoadableResource {
        private final String name;

        Migration(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream in = Migrations.class.getResourceAsStream(FOLDER + name);
            if (in == null) {
                throw new IllegalStateException("the service lacks " + FOLDER + name);
            }
            return new InputStreamReader(in, UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
