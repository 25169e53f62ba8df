package io.bihuan.notification.delivery.smpp;

import io.bihuan.notification.delivery.Gateway;
import io.bihuan.notification.delivery.Handover;
import io.bihuan.notification.delivery.Parcel;
import io.bihuan.notification.delivery.Receipts;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/**
 * SMS over SMPP 3.4: each part of a message is a submit_sm of its own, one after the other, and so many messages side by
 * side as the window says. Once a part went out the message is never begun again.
 */
@ApplicationScoped
@Identifier(SmppGateway.NAME)
class SmppGateway implements Gateway {

    static final String NAME = "smpp";

    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    /** After this long no part is begun: with its answer it must end within the lease on the message. */
    private static final Duration BEGIN = Duration.ofSeconds(30);

    /** Before a part is tried again that was refused for now, while others of its message are taken. */
    private static final Duration BREATH = Duration.ofMillis(500);

    private static final RegisteredDelivery RECEIPT = new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE);

    private final Link link;
    private final Address source;
    private final AtomicInteger numbers =
            new AtomicInteger(RandomGenerator.getDefault().nextInt(256));

    @Inject
    SmppGateway(
            Config config, Receipts receipts, InstantSource time, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this(Settings.of(config), new Arrivals(NAME, receipts::take, time, zone), SILENCE, ANSWER);
    }

    SmppGateway(Settings settings, Arrivals arrivals, Duration silence, Duration answer) {
        this.link = new Link(settings, arrivals, silence, answer);
        this.source = Address.ofSource(settings.source());
    }

    /** Receipts of earlier messages may be waiting, so it binds at once if it is in use, and is not even made if not. */
    static void start(
            @Observes StartupEvent start,
            @Identifier(NAME) SmppGateway gateway,
            @ConfigProperty(name = "bihuan.sms.gateways", defaultValue = "http") List<String> inUse) {
        if (inUse.contains(NAME)) {
            gateway.open();
        }
    }

    void open() {
        link.open();
    }

    boolean isBound() {
        return link.bound() != null;
    }

    @PreDestroy
    void close() {
        link.close();
    }

    @Override
    public boolean knowsMessages() {
        return false;
    }

    @Override
    public CompletionStage<Handover> handOver(Parcel parcel) {
        link.open();
        var bound = link.bound();
        if (bound == null) {
            return CompletableFuture.completedFuture(new Handover.NotTaken(link.obstacle()));
        }
        long latest = System.nanoTime() + BEGIN.toNanos();
        try {
            return CompletableFuture.supplyAsync(() -> submit(parcel, bound, latest), bound.hands());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(new Handover.NotTaken(link.obstacle()));
        }
    }

    private Handover submit(Parcel parcel, Link.Bound bound, long latest) {
        if (!bound.alive()) {
            return new Handover.NotTaken(link.obstacle());
        }
        if (System.nanoTime() - latest > 0) {
            return new Handover.NotTaken("the message centre answers too slowly");
        }
        var to = Address.of(parcel.phone());
        var taken = new ArrayList<String>();
        try {
            for (var part : ShortMessage.of(parcel.text(), numbers.getAndIncrement())) {
                taken.add(taken.isEmpty() ? submit(part, to, bound) : submitNext(part, to, bound, latest));
            }
            return new Handover.Accepted(taken);
        } catch (NegativeResponseException e) {
            var refusal = new Refusal(e.getCommandStatus());
            var reason = "the message centre answered " + refusal;
            if (!taken.isEmpty()) {
                return new Handover.Unclear(reason, taken);
            }
            return refusal.passes() ? new Handover.NotTaken(reason) : new Handover.Refused(reason);
        } catch (PDUException e) {
            return new Handover.Refused("SMPP can't say this: " + e.getMessage());
        } catch (ResponseTimeoutException e) {
            // Or the session has ended, which interrupts.
            var ended = Thread.interrupted();
            return new Handover.Unclear(
                    ended ? "the session ended before the answer" : "no answer from the message centre", taken);
        } catch (InvalidResponseException | IOException e) {
            return new Handover.Unclear("no usable answer from the message centre: " + e.getMessage(), taken);
        }
    }

    /** Half a message helps nobody: what can't be taken now is tried again for as long as there is time. */
    private String submitNext(ShortMessage part, Address to, Link.Bound bound, long latest)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        while (System.nanoTime() - latest < 0) {
            try {
                return submit(part, to, bound);
            } catch (NegativeResponseException e) {
                boolean late = System.nanoTime() + BREATH.toNanos() - latest > 0;
                if (late || !new Refusal(e.getCommandStatus()).passes()) {
                    throw e;
                }
            }
            breathe();
        }
        throw new IOException("too slow for all parts of the message");
    }

    private String submit(ShortMessage part, Address to, Link.Bound bound)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        var id = bound.session()
                .submitShortMessage(
                        "",
                        source.type(),
                        source.plan(),
                        source.number(),
                        to.type(),
                        to.plan(),
                        to.number(),
                        part.kind(),
                        (byte) 0,
                        (byte) 0,
                        "",
                        "",
                        RECEIPT,
                        (byte) 0,
                        part.coding(),
                        (byte) 0,
                        part.octets())
                .getMessageId();
        if (id == null || id.isBlank()) {
            throw new InvalidResponseException("it names no id");
        }
        return id;
    }

    private static void breathe() throws IOException {
        try {
            Thread.sleep(BREATH.toMillis());
        } catch (InterruptedException e) {
            throw new IOException("the session ended", e);
        }
    }
}
