package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.access.CurrentPerson;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers a {@code POST} with {@code Idempotency-Key} once: the first answer is kept, in the transaction of its command,
 * and given again to whoever sends the same key and body within 7 days; of two that arrive at once the second waits for
 * the first. A call that was refused has changed nothing and is not kept, so that it may be tried again.
 */
@ApplicationScoped
class Once {

    private static final Duration KEPT = Duration.ofDays(7);

    /** Each call that adds a key sweeps away so many that nobody may ask for any more, and so none pile up. */
    private static final int SWEPT = 100;

    /** A key is held as long as its command runs; {@link io.bihuan.reporting.facts.Reconciliation} has so long for each topmost district. */
    private static final int LONGEST_SECONDS = 30 * 60;

    /** What a call does, and answers. */
    @FunctionalInterface
    interface Command {
        Answer run() throws SQLException;
    }

    private final Call call;
    private final CurrentPerson current;
    private final DataSource database;
    private final ObjectMapper json;
    private final InstantSource time;

    Once(Call call, CurrentPerson current, DataSource database, ObjectMapper json, InstantSource time) {
        this.call = call;
        this.current = current;
        this.database = database;
        this.json = json;
        this.time = time;
    }

    /**
     * Answers with what the command answers, in one transaction with it.
     *
     * @param request what the call asks for, without what the path says; the same again under the same key is a repetition
     */
    @Transactional(rollbackOn = Exception.class)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    Response answer(Object request, Command command) throws SQLException {
        var given = call.idempotencyKey();
        if (given == null) {
            return kept(command.run()).response();
        }
        // What one person was answered is no other's affair, whatever key he guesses.
        var key = current.get().subject() + ' ' + given;
        var fingerprint = fingerprint(request);
        try (var connection = database.getConnection()) {
            if (!claim(connection, key, fingerprint)) {
                return first(connection, key, fingerprint).response();
            }
            var answer = kept(command.run());
            keep(connection, key, answer);
            return answer.response();
        }
    }

    /** Whether this call is the first with its key in 7 days; waits for another that is under way. */
    private boolean claim(Connection connection, String key, String fingerprint) throws SQLException {
        var now = time.instant();
        sweep(connection, now.minus(KEPT));
        try (var claim = connection.prepareStatement("""
                insert into idempotency_key (key, request, recorded_at) values (?, ?, ?::timestamptz)
                on conflict (key) do update set request = excluded.request, recorded_at = excluded.recorded_at
                    where idempotency_key.recorded_at < ?::timestamptz""")) {
            claim.setString(1, key);
            claim.setString(2, fingerprint);
            claim.setString(3, now.toString());
            claim.setString(4, now.minus(KEPT).toString());
            return claim.executeUpdate() == 1;
        }
    }

    private static void sweep(Connection connection, Instant before) throws SQLException {
        try (var sweep = connection.prepareStatement("""
                delete from idempotency_key where key in (select key from idempotency_key
                    where recorded_at < ?::timestamptz limit ? for update skip locked)""")) {
            sweep.setString(1, before.toString());
            sweep.setInt(2, SWEPT);
            sweep.executeUpdate();
        }
    }

    private static void keep(Connection connection, String key, KeptAnswer answer) throws SQLException {
        try (var keep = connection.prepareStatement(
                "update idempotency_key set status = ?, location = ?, tag = ?, body = ? where key = ?")) {
            keep.setInt(1, answer.status());
            keep.setString(2, answer.location());
            keep.setString(3, answer.tag());
            keep.setString(4, answer.body());
            keep.setString(5, key);
            keep.executeUpdate();
        }
    }

    private static KeptAnswer first(Connection connection, String key, String fingerprint) throws SQLException {
        try (var select = connection.prepareStatement(
                "select request, status, location, tag, body from idempotency_key where key = ?")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                if (!row.next() || !fingerprint.equals(row.getString("request"))) {
                    throw new KeyUsedOtherwise(key);
                }
                return new KeptAnswer(
                        row.getInt("status"), row.getString("location"), row.getString("tag"), row.getString("body"));
            }
        }
    }

    private String fingerprint(Object request) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(call.path().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(json.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a request that was read must be writable", e);
        }
    }

    private KeptAnswer kept(Answer answer) {
        try {
            String body = answer.view() instanceof byte[] written
                    ? new String(written, StandardCharsets.UTF_8)
                    : json.writeValueAsString(answer.view());
            return new KeptAnswer(answer.status(), answer.location(), answer.tag(), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer must be writable as JSON", e);
        }
    }

    /** An answer as it is kept: what it takes to give it again. */
    private record KeptAnswer(
            int status, @Nullable String location, @Nullable String tag, String body) {

        Response response() {
            var response = Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(body);
            if (location != null) {
                response.location(URI.create(location));
            }
            if (tag != null) {
                response.tag(tag);
            }
            return response.build();
        }
    }

    /** The key came before, with another call. */
    static final class KeyUsedOtherwise extends RuntimeException {

        KeyUsedOtherwise(String key) {
            super("Idempotency-Key " + key + " was used for another call");
        }
    }
}
