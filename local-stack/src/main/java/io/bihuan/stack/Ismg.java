package io.bihuan.stack;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Plays a Chinese carrier's gateway (ISMG 短信网关) that speaks CMPP 3.0. It reads the protocol from the specification and
 * not by the library that the service uses, so that the one checks the other; what it takes lies in the inbox with the
 * messages that came another way. All that it has is touched by the inbox's one event loop.
 */
public final class Ismg implements AutoCloseable {

    static final String NAME = "ismg";

    /** The enterprise code 企业代码 that it knows. */
    public static final String SP_ID = "901234";

    private final Vertx vertx;
    private final NetServer server;
    private final SmsMessages messages;
    private final InstantSource clock;
    private final String password;
    private final Map<String, TreeMap<Integer, IsmgSubmit>> incomplete = new HashMap<>();
    private final Set<IsmgSession> sessions = new LinkedHashSet<>();
    private final List<Integer> answers = new ArrayList<>();
    private IsmgBehaviour behaviour = IsmgBehaviour.GOOD;
    private int read;
    private int submits;
    private int binds;
    private int farewells;
    private int ids;

    Ismg(Vertx vertx, int port, String password, SmsMessages messages, InstantSource clock) {
        this.vertx = vertx;
        this.password = password;
        this.messages = messages;
        this.clock = clock;
        this.server = vertx.createNetServer()
                .connectHandler(socket -> sessions.add(new IsmgSession(this, vertx, socket, clock)));
        try {
            server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new PartFailedException(NAME, "cannot listen on port " + port + ": " + e.getCause(), e);
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** Behaves so from now on, and counts submits from one again. */
    public void behave(IsmgBehaviour told) {
        onLoop(() -> {
            behaviour = told;
            read = 0;
            submits = 0;
            return told;
        });
    }

    /** @return how many submits it looked at since it was told how to behave */
    public int submits() {
        return onLoop(() -> submits);
    }

    /** @return how many messages of the protocol came since then, those included of which it took no notice */
    public int read() {
        return onLoop(() -> read);
    }

    /** @return how many binds it ever let in */
    public int binds() {
        return onLoop(() -> binds);
    }

    /** @return how many sessions were ended in good order */
    public int farewells() {
        return onLoop(() -> farewells);
    }

    /** @return how many clients are bound */
    public int bound() {
        return onLoop(() -> (int) sessions.stream().filter(IsmgSession::isBound).count());
    }

    /** @return how its reports, its questions and what it passed on were answered, oldest first; 0 is well */
    public List<Integer> answers() {
        return onLoop(() -> List.copyOf(answers));
    }

    /** Reports a state to all clients: of a part that it took, or of one that nobody knows. */
    public void report(String gatewayId, String state) {
        toAll(session -> session.report(IsmgId.parse(gatewayId), "", state));
    }

    /** Passes on what somebody wrote on a phone. */
    public void write(String phone, String text) {
        toAll(session -> session.passOn(phone, text));
    }

    /** Asks all clients whether they are there. */
    public void ask() {
        toAll(IsmgSession::ask);
    }

    /** Sends all clients bytes, whatever they mean. */
    public void babble(byte[] bytes) {
        toAll(session -> session.babble(bytes));
    }

    /** Cuts every connection. */
    public void cut() {
        toAll(IsmgSession::cut);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    IsmgBehaviour behaviour() {
        return behaviour;
    }

    String password() {
        return password;
    }

    void hasRead() {
        read++;
    }

    void letIn() {
        binds++;
    }

    void farewell() {
        farewells++;
    }

    int submitted() {
        return ++submits;
    }

    void answered(int result) {
        answers.add(result);
    }

    void closed(IsmgSession session) {
        sessions.remove(session);
    }

    long nextId() {
        return IsmgId.of(clock.instant(), ++ids);
    }

    /** Keeps a part, and the message once all its parts have come, each once. */
    void keep(IsmgSubmit submit, long id) {
        var parts = incomplete.computeIfAbsent(submit.message(), message -> new TreeMap<>());
        parts.put(submit.number(), submit);
        if (parts.size() < submit.total()) {
            return;
        }
        incomplete.remove(submit.message());
        var text = new StringBuilder();
        parts.values().forEach(part -> text.append(part.text()));
        var now = clock.instant();
        var gatewayId = IsmgId.text(id);
        messages.keep("cmpp", "CMPP-" + gatewayId, submit.phone(), text.toString(), now.toString(), gatewayId, now);
    }

    private void toAll(Consumer<IsmgSession> task) {
        onLoop(() -> {
            List.copyOf(sessions).forEach(task);
            return 0;
        });
    }

    private <T> T onLoop(Callable<T> task) {
        var done = new CompletableFuture<T>();
        vertx.runOnContext(start -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }
}
