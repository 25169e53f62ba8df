package io.bihuan.notification.delivery.cmpp;

import com.zx.sms.codec.cmpp.msg.CmppReportRequestMessage;
import io.bihuan.notification.delivery.Receipt;
import io.bihuan.notification.delivery.Receipts;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.DateTimeException;
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

    private record Waiting(Receipt receipt, LongConsumer answer) {}

    private final Receipts receipts;
    private final InstantSource time;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("cmpp-reports", true));

    Reports(Receipts receipts, InstantSource time) {
        this.receipts = receipts;
        this.time = time;
    }

    /** @param answer is told how to answer the carrier, on another thread */
    void take(CmppReportRequestMessage report, LongConsumer answer) {
        if (waiting.offer(new Waiting(receipt(report), answer))) {
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
        long answer = KEPT;
        try {
            receipts.take(come.stream().map(Waiting::receipt).toList());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d reports of the carrier could not be kept, it is asked to send them again", come.size());
            answer = LATER;
        }
        for (var one : come) {
            one.answer().accept(answer);
        }
    }

    private Receipt receipt(CmppReportRequestMessage report) {
        // What the carrier says here is shown to people and kept in a database, so nothing but visible letters.
        var state = report.getStat().replaceAll("[^!-~]", "?");
        boolean delivered = state.equals("DELIVRD");
        return new Receipt(
                "cmpp",
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
            case "ACCEPTD" -> " (read by customer service on behalf of the phone's owner)";
            case "UNKNOWN" -> " (in an invalid state)";
            // The network's own code, as MK:0001, which its operator can explain.
            default -> "";
        };
    }

    /** To the minute, as the carrier says it; now, if it says no time. */
    private Instant instant(String minute) {
        try {
            return LocalDateTime.parse(minute, MINUTE).atZone(Session.BEIJING).toInstant();
        } catch (DateTimeException e) {
            return time.instant();
        }
    }
}
