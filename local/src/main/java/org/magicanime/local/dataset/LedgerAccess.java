package org.magicanime.local.dataset;

import org.magicanime.dataset.storage.LedgerDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/// Where the ledger's database is, and who may use it.
///
/// @param url for JDBC, without user and password
public record LedgerAccess(String url, String user, String password) {
    public LedgerDatabase open() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout(5);
        return new LedgerDatabase(source);
    }

    /// Host and port, joined by `:`.
    ///
    /// @throws IllegalArgumentException if the URL has none
    public String address() {
        String prefix = "jdbc:postgresql://";
        int slash = url.indexOf('/', prefix.length());
        if (!url.startsWith(prefix) || slash < 0) {
            throw new IllegalArgumentException(
                    "the database must be given as " + prefix + "HOST:PORT/NAME, and not as " + url);
        }
        String address = url.substring(prefix.length(), slash);
        return address.contains(":") ? address : address + ":5432";
    }

    /// The password is none of what is shown.
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
