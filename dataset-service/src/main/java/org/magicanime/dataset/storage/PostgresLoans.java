package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.magicanime.dataset.domain.review.QueueFilter;
import org.magicanime.dataset.domain.review.QueueItem;
import org.magicanime.dataset.domain.review.ReviewLoans;

/// Loans in the ledger's database, by its clock, so that several processes lend nothing twice.
public final class PostgresLoans implements ReviewLoans {
    /// Browsers renew every half a minute; one that sleeps may miss it a few times.
    private static final String UNTIL = "clock_timestamp() + interval '2 minutes'";

    /// Any number that nothing else in this database takes: who lends waits for who lends.
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7208460161)";

    private final LedgerDatabase database;
    private final FilmSummaries summaries;

    public PostgresLoans(LedgerDatabase database) {
        this.database = database;
        this.summaries = new FilmSummaries(database);
    }

    @Override
    public List<QueueItem> lend(QueueFilter filter, String borrower, int most) {
        QueueQuery query = new QueueQuery(filter, true);
        if (query.needsSums()) {
            summaries.refresh();
        }
        return database.write(connection -> {
            // A loan that a crash takes away is made again.
            execute(connection, "set local synchronous_commit = off");
            execute(connection, ONE_AT_A_TIME);
            execute(connection, "delete from review_loan where until <= clock_timestamp()");
            List<QueueItem> items = query.items(connection, 0, most);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into review_loan (subset, item_id, borrower, until)"
                            + " values (?, ?, ?, " + UNTIL + ") on conflict (subset, item_id) do update"
                            + " set borrower = excluded.borrower, until = excluded.until")) {
                for (QueueItem item : items) {
                    insert.setString(1, item.subset().toString());
                    insert.setString(2, item.entry().key().itemId());
                    insert.setString(3, borrower);
                    // One by one: two versions of an item are one loan, which no statement may touch twice.
                    insert.executeUpdate();
                }
            }
            return items;
        });
    }

    @Override
    public void renew(Collection<String> borrowers) {
        change("update review_loan set until = " + UNTIL + " where borrower = any(?)", borrowers);
    }

    @Override
    public void end(Collection<String> borrowers) {
        change("delete from review_loan where borrower = any(?)", borrowers);
    }

    private void change(String statement, Collection<String> borrowers) {
        database.write(connection -> {
            execute(connection, ONE_AT_A_TIME);
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setArray(1, connection.createArrayOf("text", borrowers.toArray()));
                return prepared.executeUpdate();
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
