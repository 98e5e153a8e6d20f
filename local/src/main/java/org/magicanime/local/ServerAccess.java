package org.magicanime.local;

import java.net.URI;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.magicanime.artifact.KnownStore;
import org.magicanime.local.dataset.LedgerAccess;
import org.magicanime.testkit.EmbeddedDatabase;

/// Who may use store and database: own ones with what was made at the first start, others with what the environment
/// says.
final class ServerAccess {
    private ServerAccess() {}

    static LedgerAccess ownLedger(String url, Properties credentials) {
        return new LedgerAccess(url, EmbeddedDatabase.USER, credentials.getProperty("database-password"));
    }

    static LedgerAccess foreignLedger(String url) {
        return new LedgerAccess(
                url,
                required("--database", "MAGICANIME_DATABASE_USER"),
                required("--database", "MAGICANIME_DATABASE_PASSWORD"));
    }

    static KnownStore ownStore(URI endpoint, Properties credentials) {
        return new KnownStore(endpoint, credentials.getProperty("access-key"), credentials.getProperty("secret-key"));
    }

    static KnownStore foreignStore(URI endpoint) {
        return new KnownStore(
                endpoint,
                required("--store", "MAGICANIME_STORE_ACCESS_KEY"),
                required("--store", "MAGICANIME_STORE_SECRET_KEY"));
    }

    private static String required(String option, String variable) {
        @Nullable String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(option + " needs the environment variable " + variable);
        }
        return value;
    }
}
