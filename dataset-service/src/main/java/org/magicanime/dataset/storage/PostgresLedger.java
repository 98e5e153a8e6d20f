package org.magicanime.dataset.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.magicanime.contracts.CharacterDecided;
import org.magicanime.contracts.ReviewDecided;
import org.magicanime.dataset.domain.FilmTime;
import org.magicanime.dataset.domain.Heard.GivenUp;
import org.magicanime.dataset.domain.Ledger;
import org.magicanime.dataset.domain.LedgerRow;
import org.magicanime.dataset.domain.StageParameters;
import org.magicanime.stage.EventJson;

/// The ledger in PostgreSQL.
public final class PostgresLedger implements Ledger {
    private final LedgerDatabase database;

    public PostgresLedger(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public void put(
            Collection<LedgerRow> rows,
            Collection<StageParameters> parameters,
            Collection<FilmTime> times,
            Collection<CharacterDecided> decisions,
            Collection<ReviewDecided> reviews,
            Collection<GivenUp> givenUp) {
        database.write(connection -> {
            putRows(connection, rows);
            putParameters(connection, parameters);
            putTimes(connection, times);
            putDecisions(connection, decisions);
            ReviewStatements.put(connection, reviews);
            ReviewStatements.mark(connection, rows);
            putGivenUp(connection, givenUp);
            FilmSummaries.outdate(connection, rows, reviews, givenUp);
            FilmCharacters.outdate(connection, rows, decisions);
            return rows;
        });
    }

    private static void putRows(Connection connection, Collection<LedgerRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(RowStatement.UPSERT)) {
            for (LedgerRow row : rows) {
                RowStatement.fill(upsert, row);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void putParameters(Connection connection, Collection<StageParameters> parameters)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into stage_parameters (params_hash, document) values (?, ?::json) on conflict do nothing")) {
            for (StageParameters each : parameters) {
                insert.setString(1, each.paramsHash());
                insert.setString(2, new String(EventJson.write(each.values()), UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void putTimes(Connection connection, Collection<FilmTime> times) throws SQLException {
        if (times.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(
                "insert into film_time as known (video_id, ingested_at, last_told_at) values (?, ?, ?)"
                        + " on conflict (video_id) do update set"
                        + " ingested_at = least(known.ingested_at, excluded.ingested_at),"
                        + " last_told_at = greatest(known.last_told_at, excluded.last_told_at)")) {
            for (FilmTime each : times) {
                upsert.setString(1, each.videoId());
                Instant ingested = each.ingestedAt();
                upsert.setObject(2, ingested == null ? null : ingested.atOffset(ZoneOffset.UTC));
                upsert.setObject(3, each.lastToldAt().atOffset(ZoneOffset.UTC));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /// As {@link CharacterDecided#standsAgainst} in memory: of two at the same moment, the verdicts' words happen to be
    /// in the order of caution.
    private static void putDecisions(Connection connection, Collection<CharacterDecided> decisions)
            throws SQLException {
        if (decisions.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(
                "insert into character_decision as known (video_id, face_id, other_face_id, verdict, decided_at)"
                        + " values (?, ?, ?, ?, ?) on conflict (face_id, other_face_id) do update set"
                        + " verdict = excluded.verdict, decided_at = excluded.decided_at"
                        + " where excluded.decided_at > known.decided_at"
                        + " or excluded.decided_at = known.decided_at and excluded.verdict < known.verdict")) {
            for (CharacterDecided each : decisions) {
                upsert.setString(1, each.videoId());
                upsert.setString(2, each.faceId());
                upsert.setString(3, each.otherFaceId());
                upsert.setString(4, each.verdict().toString());
                upsert.setLong(5, each.decidedAt());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void putGivenUp(Connection connection, Collection<GivenUp> givenUp) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into given_up (topic, partition, record_offset, stage, item_id, reason)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            for (GivenUp each : givenUp) {
                insert.setString(1, each.topic());
                insert.setInt(2, each.partition());
                insert.setLong(3, each.offset());
                insert.setString(4, each.stage());
                insert.setString(5, RowStatement.storable(each.itemId()));
                insert.setString(6, RowStatement.storable(each.reason()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void reached(Map<TopicPlace, Long> next) {
        database.write(connection -> {
            doNotWaitForDisk(connection);
            try (PreparedStatement upsert = connection.prepareStatement(
                    "insert into reached as known (topic, partition, next_offset) values (?, ?, ?)"
                            + " on conflict (topic, partition) do update"
                            + " set next_offset = greatest(known.next_offset, excluded.next_offset)")) {
                for (Map.Entry<TopicPlace, Long> each : next.entrySet()) {
                    upsert.setString(1, each.getKey().topic());
                    upsert.setInt(2, each.getKey().partition());
                    upsert.setLong(3, each.getValue());
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
            return next;
        });
    }

    @Override
    public Map<TopicPlace, Long> reached(Set<TopicPlace> places) {
        return database.read(connection -> {
            Map<TopicPlace, Long> reached = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select topic, partition, next_offset from reached")) {
                while (rows.next()) {
                    TopicPlace place = new TopicPlace(rows.getString(1), rows.getInt(2));
                    if (places.contains(place)) {
                        reached.put(place, rows.getLong(3));
                    }
                }
            }
            return reached;
        });
    }

    /// What a crash takes away of this is heard again. Rows have to wait: the broker is told that they are safe.
    private static void doNotWaitForDisk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
    }
}
