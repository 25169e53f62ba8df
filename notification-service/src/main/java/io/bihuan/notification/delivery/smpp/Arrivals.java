package io.bihuan.notification.delivery.smpp;

import io.bihuan.notification.delivery.Receipt;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/**
 * Takes what the message centre sends by itself. A receipt is answered when it is kept, and not before: one that can't be
 * kept now is refused for now, so that the message centre says it again.
 */
final class Arrivals implements MessageReceiverListener {

    /**
     * How many receipts are kept at the same time. They are answered by the threads that also read the answers to what we
     * send, and a database that is away must not hold up those.
     */
    static final int AT_ONCE = 8;

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private record Waiting(Receipt receipt, CompletableFuture<Void> kept) {}

    private final String gateway;
    private final Consumer<List<Receipt>> receipts;
    private final InstantSource time;
    private final ZoneId zone;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Object turn = new Object();

    /** @param receipts keeps them, in one go and for good, or throws */
    Arrivals(String gateway, Consumer<List<Receipt>> receipts, InstantSource time, ZoneId zone) {
        this.gateway = gateway;
        this.receipts = receipts;
        this.time = time;
        this.zone = zone;
    }

    /** What people write back is answered and forgotten: nobody here reads it, and unanswered it would come again. */
    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
        if (!deliver.isSmscDeliveryReceipt()) {
            return;
        }
        var report = StateReport.of(deliver);
        if (report.isEmpty()) {
            LOG.warn("A receipt by SMPP names no message, or no state of it");
        } else if (!report.get().onTheWay()) {
            keep(receipt(report.get()));
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // That a phone can be reached again changes nothing: its message is still the message centre's to deliver.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("nothing is expected by data_sm", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    private Receipt receipt(StateReport report) {
        var now = time.instant();
        return new Receipt(gateway, null, report.id(), report.delivered(), report.at(now, zone), report.failure());
    }

    private void keep(Receipt receipt) throws ProcessRequestException {
        if (!places.tryAcquire()) {
            throw notNow("too many at once");
        }
        try {
            var own = new Waiting(receipt, new CompletableFuture<>());
            waiting.add(own);
            synchronized (turn) {
                if (!own.kept().isDone()) {
                    keepWaiting();
                }
            }
            own.kept().join();
        } catch (CompletionException e) {
            LOG.warnf("A receipt by SMPP could not be kept and will come again: %s", e.getCause());
            throw notNow("could not be kept");
        } finally {
            places.release();
        }
    }

    /** Whoever has the turn keeps all that wait, in one go; those that can't be kept together are tried one by one. */
    private void keepWaiting() {
        var all = new ArrayList<Waiting>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        try {
            receipts.accept(all.stream().map(Waiting::receipt).toList());
            all.forEach(each -> each.kept().complete(null));
        } catch (RuntimeException | Error together) {
            all.forEach(all.size() == 1 ? each -> each.kept().completeExceptionally(together) : this::keepAlone);
        }
    }

    private void keepAlone(Waiting one) {
        try {
            receipts.accept(List.of(one.receipt()));
            one.kept().complete(null);
        } catch (RuntimeException | Error alone) {
            one.kept().completeExceptionally(alone);
        }
    }

    private static ProcessRequestException notNow(String why) {
        return new ProcessRequestException(why, SMPPConstant.STAT_ESME_RX_T_APPN);
    }
}
