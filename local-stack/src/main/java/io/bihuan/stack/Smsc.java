package io.bihuan.stack;

import io.bihuan.stack.SmscBehaviour.Receipts;
import io.bihuan.stack.SmscReceipts.Receipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/**
 * Plays a message centre that speaks SMPP 3.4: whoever binds with the system id and the password may submit SMS, which it
 * keeps in the inbox once all parts of a message are there, and sends receipts of. Like a real one it can be slow, refuse,
 * die, and send receipts early, twice or of nothing; {@link SmscBehaviour} tells it to.
 */
public final class Smsc implements AutoCloseable {

    /** Who may bind. */
    public static final String SYSTEM_ID = "bihuan";

    static final String NAME = "smsc";

    private static final long BIND_MILLIS = 5_000;
    private static final long ANSWER_MILLIS = 10_000;

    /** How many parts of one session are answered at the same time. */
    private static final int AT_ONCE = 16;

    private final String password;
    private final SmsMessages messages;
    private final InstantSource clock;
    private final int port;
    private final SMPPServerSessionListener listener;
    private final SmscParts parts = new SmscParts();
    private final SmscReceipts receipts = new SmscReceipts();
    private final Map<String, Runnable> onceAnswered = new ConcurrentHashMap<>();
    private final AtomicLong submits = new AtomicLong();
    private final AtomicLong enquiries = new AtomicLong();
    private final AtomicLong unbinds = new AtomicLong();

    private volatile SmscBehaviour behaviour = SmscBehaviour.GOOD;
    private volatile boolean closed;

    private Smsc(int wished, String password, SmsMessages messages, InstantSource clock) {
        this.password = password;
        this.messages = messages;
        this.clock = clock;
        try {
            var socket = new ServerSocket(wished, 50, InetAddress.getLoopbackAddress());
            this.port = socket.getLocalPort();
            this.listener = new SMPPServerSessionListener(port, on(socket));
        } catch (IOException e) {
            throw new PartFailedException(NAME, "cannot listen on port " + wished + ": " + e, e);
        }
        listener.setPduProcessorDegree(AT_ONCE);
        listener.setMessageReceiverListener(new Submits());
        listener.setResponseDeliveryListener(new Answers());
        listener.setSessionStateListener((state, before, session) -> changed(state, session));
        start("smsc", this::accept);
    }

    /**
     * @param port the port to listen on; 0 for any that is free
     * @param password what {@link #SYSTEM_ID} binds with; SMPP admits eight characters
     * @param messages where whole messages are kept
     */
    static Smsc start(int port, String password, SmsMessages messages, InstantSource clock) {
        return new Smsc(port, password, messages, clock);
    }

    public int port() {
        return port;
    }

    /** @return how many sessions are bound */
    public int sessions() {
        return receipts.sessions();
    }

    /** @return how many sessions were ended by who had bound them, in good order */
    public long unbinds() {
        return unbinds.get();
    }

    /** @return how often it was asked whether it is there */
    public long enquiries() {
        return enquiries.get();
    }

    void behave(SmscBehaviour told) {
        synchronized (this) {
            behaviour = told;
            notifyAll();
        }
        submits.set(0);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            listener.close();
        } catch (IOException e) {
            throw new PartFailedException(NAME, "cannot be closed: " + e, e);
        }
        receipts.close();
    }

    private static ServerConnectionFactory on(ServerSocket socket) {
        return new ServerConnectionFactory() {
            @Override
            public ServerConnection listen(int port) {
                return new ServerSocketConnection(socket);
            }

            @Override
            public ServerConnection listen(int port, int timeout) {
                return listen(port);
            }

            @Override
            public ServerConnection listen(int port, int timeout, int backlog) {
                return listen(port);
            }
        };
    }

    private void accept() {
        while (!closed) {
            try {
                var session = listener.accept();
                session.setTransactionTimer(ANSWER_MILLIS);
                start("smsc-bind", () -> bind(session));
            } catch (IOException e) {
                if (!closed) {
                    throw new PartFailedException(NAME, "accepts no more sessions: " + e, e);
                }
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            var request = session.waitForBind(BIND_MILLIS);
            int refusal = refusal(request);
            if (refusal == SMPPConstant.STAT_ESME_ROK) {
                request.accept(NAME);
                receipts.bound(session);
            } else {
                request.reject(refusal);
            }
        } catch (TimeoutException | PDUStringException | IOException e) {
            session.close();
        }
    }

    private int refusal(BindRequest request) {
        if (behaviour.refuseBind()) {
            return SMPPConstant.STAT_ESME_RBINDFAIL;
        }
        if (!request.getSystemId().equals(SYSTEM_ID)) {
            return SMPPConstant.STAT_ESME_RINVSYSID;
        }
        return request.getPassword().equals(password) ? SMPPConstant.STAT_ESME_ROK : SMPPConstant.STAT_ESME_RINVPASWD;
    }

    private void changed(SessionState state, Session session) {
        if (state == SessionState.UNBOUND) {
            unbinds.incrementAndGet();
        }
        if (state == SessionState.UNBOUND || state == SessionState.CLOSED) {
            receipts.ended((SMPPServerSession) session);
        }
    }

    /** Returns when it may answer. */
    private void whileMute() {
        synchronized (this) {
            try {
                while (behaviour.mute() && !closed) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void pause(SmscBehaviour now) {
        try {
            Thread.sleep(now.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Submits implements SmscSubmits {

        @Override
        public void onAcceptEnquireLink(EnquireLink command, Session source) {
            enquiries.incrementAndGet();
            whileMute();
        }

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source)
                throws ProcessRequestException {
            var now = behaviour;
            long number = submits.incrementAndGet();
            whileMute();
            pause(now);
            if (now.refuses(number)) {
                throw new ProcessRequestException("told to refuse", now.refuse());
            }
            var part = SmscParts.Part.of(submit, UUID.randomUUID().toString().replace("-", ""));
            keep(part);
            var receipt = receipt(submit, part, now);
            if (now.when() == Receipts.BEFORE) {
                receipts.send(receipt, source);
            } else if (!SMSCDeliveryReceipt.DEFAULT.containedIn(submit.getRegisteredDelivery())) {
                onceAnswered.put(part.id(), () -> send(receipt, now));
            }
            if (now.drops(number)) {
                source.close();
                answered(part.id());
                throw new ProcessRequestException("told to drop the session", SMPPConstant.STAT_ESME_RSYSERR);
            }
            return result(part.id());
        }

        private void keep(SmscParts.Part part) {
            var now = clock.instant();
            parts.add(part)
                    .ifPresent(whole -> messages.keep(
                            "smpp", whole.id(), part.to(), whole.text(), now.toString(), whole.id(), now));
        }

        private Receipt receipt(SubmitSm submit, SmscParts.Part part, SmscBehaviour now) {
            var at = clock.instant();
            return new Receipt(
                    part.id(), submit.getDestAddress(), submit.getSourceAddr(), now.state(), now.code(), at, at);
        }

        private void send(Receipt receipt, SmscBehaviour now) {
            switch (now.when()) {
                case TWICE -> {
                    receipts.send(receipt);
                    receipts.send(receipt);
                }
                case STRANGE -> {
                    receipts.send(receipt.of("0000" + receipt.id().substring(4)));
                    receipts.send(receipt);
                }
                case NEVER -> {}
                default -> receipts.send(receipt);
            }
        }

        private static SubmitSmResult result(String id) throws ProcessRequestException {
            try {
                return new SubmitSmResult(new MessageId(id), OptionalParameters.EMPTY_OPTIONAL_PARAMETERS);
            } catch (PDUStringException e) {
                throw new ProcessRequestException("no id", e.getErrorCode(), e);
            }
        }
    }

    private final class Answers extends ServerResponseDeliveryAdapter {

        @Override
        public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession session) {
            answered(result.getMessageId());
        }
    }

    private void answered(String id) {
        var then = onceAnswered.remove(id);
        if (then != null) {
            then.run();
        }
    }
}
