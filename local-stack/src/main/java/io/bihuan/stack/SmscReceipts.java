package io.bihuan.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** The message centre's receipts. One that nobody is bound for, or that is not taken, is sent again until it is. */
final class SmscReceipts implements AutoCloseable {

    /**
     * @param id of the part
     * @param from the phone
     * @param to who sent the part
     * @param state such as {@code DELIVRD}
     * @param error three digits
     */
    record Receipt(String id, String from, String to, String state, String error, Instant submitted, Instant done) {

        Receipt of(String other) {
            return new Receipt(other, from, to, state, error, submitted, done);
        }
    }

    private static final long AGAIN_MILLIS = 300;

    /** A message centre writes its own local time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor messengers;

    SmscReceipts() {
        messengers = new ScheduledThreadPoolExecutor(4, task -> {
            var thread = new Thread(task, "smsc-receipts");
            thread.setDaemon(true);
            return thread;
        });
    }

    void bound(SMPPServerSession session) {
        sessions.add(session);
        if (!session.getSessionState().isBound()) {
            sessions.remove(session); // it ended meanwhile
        }
    }

    void ended(SMPPServerSession session) {
        sessions.remove(session);
    }

    int sessions() {
        return sessions.size();
    }

    /** Sends it as soon as somebody takes it. */
    void send(Receipt receipt) {
        later(receipt, 0);
    }

    /** @return whether it was taken */
    boolean send(Receipt receipt, SMPPServerSession session) {
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.ISDN,
                    receipt.from(),
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    receipt.to(),
                    new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(),
                    DataCodings.ZERO,
                    text(receipt).getBytes(StandardCharsets.US_ASCII),
                    new OptionalParameter.Receipted_message_id(receipt.id()));
            return true;
        } catch (NegativeResponseException
                | ResponseTimeoutException
                | InvalidResponseException
                | PDUException
                | IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        messengers.shutdownNow();
        sessions.forEach(SMPPServerSession::close);
    }

    private void later(Receipt receipt, long millis) {
        try {
            messengers.schedule(() -> sendOrWait(receipt), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return; // closed: nobody hears of it any more
        }
    }

    private void sendOrWait(Receipt receipt) {
        if (sessions.stream().noneMatch(session -> send(receipt, session))) {
            later(receipt, AGAIN_MILLIS);
        }
    }

    /** As appendix B of SMPP 3.4 suggests. */
    private static String text(Receipt receipt) {
        return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(
                        receipt.id(),
                        receipt.state().equals("DELIVRD") ? "001" : "000",
                        TIME.format(receipt.submitted()),
                        TIME.format(receipt.done()),
                        receipt.state(),
                        receipt.error());
    }
}
