package io.bihuan.notification.delivery.cmpp;

import io.bihuan.notification.delivery.Gateway;
import io.bihuan.notification.delivery.Handover;
import io.bihuan.notification.delivery.Parcel;
import io.bihuan.notification.delivery.Receipt;
import io.bihuan.notification.delivery.Receipts;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** SMS over CMPP 3.0, straight to a Chinese carrier. */
@ApplicationScoped
@Identifier(CmppGateway.NAME)
class CmppGateway implements Gateway {

    static final String NAME = "cmpp";

    private final Reports reports;
    private final Link link;

    /** Begins anywhere, so that two replicas hardly ever number two messages to one phone alike. */
    private final AtomicInteger references =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());

    @Inject
    CmppGateway(Config config, Receipts receipts, InstantSource time) {
        this(Account.of(config), Patience.USUAL, receipts::take, time);
    }

    CmppGateway(Account account, Patience patience, Consumer<List<Receipt>> receipts, InstantSource time) {
        reports = new Reports(receipts, time);
        link = new Link(account, patience, reports, time);
    }

    /** Reports of earlier messages may be waiting, so it binds at once if it is in use, and is not even made if not. */
    static void start(
            @Observes StartupEvent start,
            @Identifier(NAME) CmppGateway gateway,
            @ConfigProperty(name = "bihuan.sms.gateways", defaultValue = "http") List<String> inUse) {
        if (inUse.contains(NAME)) {
            gateway.open();
        }
    }

    void open() {
        link.open();
    }

    boolean isBound() {
        return link.isBound();
    }

    @PreDestroy
    void close() throws InterruptedException {
        link.close();
        reports.close();
    }

    /** CMPP has no id of ours, and a submitted message can be asked for only by an id that a lost answer did not bring. */
    @Override
    public boolean knowsMessages() {
        return false;
    }

    @Override
    public CompletionStage<Handover> handOver(Parcel parcel) {
        var submission = new Submission(dialled(parcel.phone()), Part.of(parcel.text(), references.incrementAndGet()));
        link.submit(submission);
        return submission.outcome();
    }

    /** A carrier wants a mainland number without the country's code and a foreign one as it is dialled. */
    private static String dialled(String phone) {
        if (phone.startsWith("+86")) {
            return phone.substring(3);
        }
        return phone.startsWith("+") ? "00" + phone.substring(1) : phone;
    }
}
