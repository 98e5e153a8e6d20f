package org.magicanime.dataset.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.resource.Resource;
import org.junit.jupiter.api.Test;
import org.magicanime.dataset.LedgerServer;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {
    @Test
    void everyFileIsAMigrationThatADatabaseGets() throws IOException {
        List<String> files;
        try (Stream<Path> folder = Files.list(Path.of("src/main/resources/db/migration"))) {
            files = folder.map(file -> file.getFileName().toString())
                    // By number: V10 comes behind V9.
                    .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__")))))
                    .toList();
        }
        PGSimpleDataSource source = LedgerServer.emptyDatabase();

        new LedgerDatabase(source).read(connection -> connection);

        assertThat(new Migrations().getResources("V", new String[] {".sql"}))
                .extracting(Resource::getFilename)
                .containsExactlyElementsOf(files);
        assertThat(LedgerServer.rows(
                        source, "select script from flyway_schema_history where success order by installed_rank"))
                .containsExactlyElementsOf(
                        files.stream().map(file -> "(" + file + ")").toList());
    }
}
