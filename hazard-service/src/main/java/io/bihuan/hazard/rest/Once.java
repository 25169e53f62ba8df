package io.bihuan.hazard.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.access.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a call with {@code Idempotency-Key} once: the first answer is kept, in the transaction of its command, and
 * given again to whoever sends the same key and body within 7 days; of two that arrive at once the second waits for
 * the first. A call that was refused has changed nothing and is not kept, so that it may be tried again.
 */
@ApplicationScoped
public class Once {

    private final Call call;
    private final CurrentPerson current;
    private final Times times;
    private final EntityManager database;
    private final ObjectMapper mapper;

    Once(Call call, CurrentPerson current, Times times, EntityManager database, ObjectMapper mapper) {
        this.call = call;
        this.current = current;
        this.times = times;
        this.database = database;
        this.mapper = mapper;
    }

    /**
     * Answers with what the command answers, in one transaction with it.
     *
     * @param request what the call asks for, without what the path says; the same again under the same key is a repetition
     */
    @Transactional
    public Response answer(Object request, Supplier<Answer> command) {
        String given = call.idempotencyKey();
        if (given == null) {
            return kept(command.get()).response();
        }
        // What one person was answered is no other's affair, whatever key he guesses.
        String key = current.get().subject() + ' ' + given;
        String fingerprint = fingerprint(request);
        if (!claim(key, fingerprint)) {
            return first(key, fingerprint).response();
        }
        KeptAnswer answer = kept(command.get());
        database.createNativeQuery("update idempotency_key set status = :status, location = :location, etag = :etag,"
                        + " body = :body where key = :key")
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("body", answer.body())
                .setParameter("key", key)
                .executeUpdate();
        return answer.response();
    }

    /** Whether this call is the first with its key; waits for another that is under way. */
    private boolean claim(String key, String fingerprint) {
        return database.createNativeQuery("insert into idempotency_key (key, request, recorded_at)"
                                + " values (:key, :request, :now) on conflict (key) do nothing")
                        .setParameter("key", key)
                        .setParameter("request", fingerprint)
                        .setParameter("now", times.now())
                        .executeUpdate()
                == 1;
    }

    private KeptAnswer first(String key, String fingerprint) {
        Object[] kept = (Object[]) database.createNativeQuery(
                        "select request, status, location, etag, body from idempotency_key where key = :key")
                .setParameter("key", key)
                .getSingleResult();
        if (!kept[0].equals(fingerprint)) {
            throw new KeyUsedOtherwise();
        }
        return new KeptAnswer((int) kept[1], (String) kept[2], (String) kept[3], (String) kept[4]);
    }

    private String fingerprint(Object request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(call.path().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(mapper.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a request that was read must be writable", e);
        }
    }

    private KeptAnswer kept(Answer answer) {
        try {
            return new KeptAnswer(
                    answer.status(), answer.location(), answer.tag(), mapper.writeValueAsString(answer.view()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer must be writable as JSON", e);
        }
    }

    /** An answer as it is kept: what it takes to give it again. */
    private record KeptAnswer(
            int status, @Nullable String location, @Nullable String etag, String body) {

        Response response() {
            Response.ResponseBuilder response = Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(body);
            if (location != null) {
                response.location(URI.create(location));
            }
            if (etag != null) {
                response.tag(etag);
            }
            return response.build();
        }
    }

    /** The key came before, with another call. */
    static final class KeyUsedOtherwise extends RuntimeException {

        KeyUsedOtherwise() {
            super("the Idempotency-Key was used for another call");
        }
    }
}
