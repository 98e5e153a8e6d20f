package org.magicanime.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class LedgerServerTest {
    /// Tests of the whole service see classes of a loader of their own. A second server on the same folder ended the
    /// first, and every test that came after was refused.
    @Test
    void isOneServerForAllLoadersOfClasses() throws Exception {
        PGSimpleDataSource ours = LedgerServer.emptyDatabase();
        try (URLClassLoader other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            DataSource theirs = (DataSource) other.loadClass(LedgerServer.class.getName())
                    .getMethod("emptyDatabase")
                    .invoke(null);
            assertThat(theirs.getClass()).isNotEqualTo(PGSimpleDataSource.class);
            LedgerServer.run(ours, "create table ours (a int)");
            try (var connection = theirs.getConnection();
                    var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
                assertThat(tables.next()).as("a table of another's database").isFalse();
            }
        }
        assertThat(LedgerServer.rows(ours, "select 1 as one")).containsExactly("(1)");
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(LedgerServerTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
