package org.magicanime.dataset.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.magicanime.dataset.domain.LedgerMoment;

/// Connections to a database whose tables are there and up to date.
///
/// Tables are made when they are first needed and not when the process starts: a database that is away then must not
/// keep the process from starting.
public final class LedgerDatabase implements LedgerMoment {
    /// Bad data, a broken constraint, or more than an index takes: the fault of what is written. All others are the
    /// database's.
    private static final List<String> FAULTS_OF_DATA = List.of("22", "23", "54");

    /// Films are told of in portions, and added up in less time than that takes: a second try finds few, a third none.
    private static final int MOST_TRIES = 20;

    private static final String NO_SUCH_TABLE = "42P01";

    private final DataSource source;
    private final ScopedValue<Connection> moment = ScopedValue.newInstance();
    private volatile boolean ready;

    public LedgerDatabase(DataSource source) {
        this.source = source;
    }

    /// What is done on a connection.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Does all or nothing.
    ///
    /// @throws DatabaseBusyException if the database cannot do it now
    <T> T write(Work<T> work) {
        return inTransaction(work, Connection.TRANSACTION_READ_COMMITTED, false);
    }

    /// @throws DatabaseBusyException if the database cannot do it now, or films change faster than they are added up
    @Override
    public <T> T atOneMoment(Supplier<T> reads) {
        return whenUpToDate(
                connection -> FilmSummaries.areUpToDate(connection) && FilmCharacters.areUpToDate(connection),
                () -> {
                    new FilmSummaries(this).refresh();
                    new FilmCharacters(this).refresh();
                },
                connection -> ScopedValue.where(moment, connection).call(reads::get));
    }

    /// Reads a state in which the characters of all faces are found.
    ///
    /// @throws DatabaseBusyException if the database cannot do it now, or faces come faster than that is done
    <T> T readWithCharacters(Work<T> work) {
        return whenUpToDate(FilmCharacters::areUpToDate, new FilmCharacters(this)::refresh, work);
    }

    private <T> T whenUpToDate(Work<Boolean> isUpToDate, Runnable refresh, Work<T> work) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<T> result =
                    read(connection -> isUpToDate.on(connection) ? Optional.of(work.on(connection)) : Optional.empty());
            if (result.isPresent()) {
                return result.get();
            }
            refresh.run();
        }
        throw new DatabaseBusyException("films are told of faster than they are added up", null);
    }

    /// Whether what is read now belongs to a moment that has been chosen already.
    boolean isAtOneMoment() {
        return moment.isBound();
    }

    /// Reads the state of one moment, whatever is written meanwhile: that of {@link #atOneMoment} within one.
    ///
    /// @throws DatabaseBusyException if the database cannot do it now
    <T> T read(Work<T> work) {
        if (moment.isBound()) {
            try {
                return work.on(moment.get());
            } catch (SQLException e) {
                throw translated(e);
            }
        }
        return inTransaction(work, Connection.TRANSACTION_REPEATABLE_READ, true);
    }

    private <T> T inTransaction(Work<T> work, int isolation, boolean readOnly) {
        migrate();
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is lost, and with it the transaction.
            reason.addSuppressed(e);
        }
    }

    private synchronized void migrate() {
        if (ready) {
            return;
        }
        try {
            Flyway.configure(LedgerDatabase.class.getClassLoader())
                    .dataSource(source)
                    .resourceProvider(new Migrations())
                    .javaMigrationClassProvider(List::of)
                    .load()
                    .migrate();
            ready = true;
        } catch (FlywayException e) {
            throw new DatabaseBusyException("the ledger's tables cannot be made: " + e.getMessage(), e);
        }
    }

    /// Of a batch, the last exception is the server's.
    private RuntimeException translated(SQLException e) {
        SQLException last = e;
        for (SQLException next = e.getNextException(); next != null; next = next.getNextException()) {
            last = next;
        }
        String state = last.getSQLState();
        if (NO_SUCH_TABLE.equals(state)) {
            // The database was replaced by an empty one.
            ready = false;
        }
        return state != null && state.length() == 5 && FAULTS_OF_DATA.contains(state.substring(0, 2))
                ? new IllegalArgumentException("the ledger does not take it: " + last.getMessage(), e)
                : new DatabaseBusyException("the ledger's database: " + last.getMessage(), e);
    }
}
