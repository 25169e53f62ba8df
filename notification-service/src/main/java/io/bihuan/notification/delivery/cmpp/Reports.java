package io.bihuan.notification.delivery.cmpp;

import com.zx.sms.codec.cmpp.msg.CmppReportRequestMessage;
import io.bihuan.notification.delivery.Receipt;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/**
 * Hands the carrier's reports over, as many at a time as have come. A report is answered when it is kept; one that could
 * not be kept is answered so that the carrier sends it again.
 */
final class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class);

    private static final long KEPT = 0;

    /** "Too much at once", the one answer that asks for another try. */
    private static final long LATER = 8;

    /** A carrier waits for answers after 16; one that does not is told to. */
    private static final int MOST = 1000;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm");

    /** Closer to now than this, our own clock is the more exact. */
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    /** Older than this, or to come, it is a mistake. */
    private static final Duration LONG_AGO = Duration.ofDays(7);

    private record Waiting(Receipt receipt, LongConsumer answer) {}

    private final Consumer<List<Receipt>> receipts;
    private final InstantSource time;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("cmpp-reports", true));

    /** @param receipts returns when it has kept them, and fails if it can't */
    Reports(Consumer<List<Receipt>> receipts, InstantSource time) {
        this.receipts = receipts;
        this.time = time;
    }

    /** @param answer is told how to answer the carrier, on another thread */
    void take(CmppReportRequestMessage report, LongConsumer answer) {
        // What the carrier says here is shown to people and kept in a database, so nothing but visible letters.
        var state = report.getStat().replaceAll("[^!-~]", "?");
        if (state.equals("ACCEPTD") || state.equals("ENROUTE")) {
            // It is on the way, and another report will say what became of it.
            answer.accept(KEPT);
        } else if (waiting.offer(new Waiting(receipt(report, state), answer))) {
            thread.execute(this::keep);
        } else {
            answer.accept(LATER);
        }
    }

    /** Returns when what has come is kept. */
    void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("reports of the carrier are still not kept; it will send them again");
        }
    }

    private void keep() {
        List<Waiting> come = new ArrayList<>();
        waiting.drainTo(come);
        if (come.isEmpty()) {
            return;
        }
        try {
            receipts.accept(come.stream().map(Waiting::receipt).toList());
            come.forEach(one -> one.answer().accept(KEPT));
        } catch (RuntimeException e) {
            LOG.warnf("%d reports of the carrier could not be kept together: %s", come.size(), e);
            come.forEach(this::keepAlone);
        }
    }

    /** One that can't be kept holds up no other. */
    private void keepAlone(Waiting one) {
        try {
            receipts.accept(List.of(one.receipt()));
            one.answer().accept(KEPT);
        } catch (RuntimeException e) {
            LOG.warnf("a report of the carrier could not be kept, it is asked to send it again: %s", e);
            one.answer().accept(LATER);
        }
    }

    private Receipt receipt(CmppReportRequestMessage report, String state) {
        boolean delivered = state.equals("DELIVRD");
        return new Receipt(
                CmppGateway.NAME,
                null,
                report.getMsgId().toString(),
                delivered,
                instant(report.getDoneTime()),
                delivered ? null : "the carrier reports " + state + meaning(state));
    }

    private static String meaning(String state) {
        return switch (state) {
            case "EXPIRED" -> " (the phone was not reached in time)";
            case "UNDELIV" -> " (undeliverable)";
            case "REJECTD" -> " (rejected)";
            case "DELETED" -> " (deleted)";
            case "UNKNOWN" -> " (in an invalid state)";
            // The network's own code, as MK:0001, which its operator can explain.
            default -> "";
        };
    }

    private Instant instant(String minute) {
        var now = time.instant();
        try {
            var said =
                    LocalDateTime.parse(minute, MINUTE).atZone(Session.BEIJING).toInstant();
            var ago = Duration.between(said, now);
            return ago.compareTo(JUST_NOW) <= 0 || ago.compareTo(LONG_AGO) > 0 ? now : said;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
