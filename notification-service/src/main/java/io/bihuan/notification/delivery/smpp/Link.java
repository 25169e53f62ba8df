package io.bihuan.notification.delivery.smpp;

import io.bihuan.notification.delivery.Backoff;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.DefaultComposer;
import org.jspecify.annotations.Nullable;

/**
 * The session with the message centre: bound in the background once it is {@link #open}, kept alive by enquire_link, and
 * bound again, less and less often, whenever it can't be or has ended.
 */
final class Link {

    /**
     * A session that is bound, or was until just now.
     *
     * @param hands hand messages over, one each; they are interrupted when the session ends
     */
    record Bound(SMPPSession session, ExecutorService hands) {

        boolean alive() {
            return session.getSessionState().isTransmittable();
        }
    }

    private static final Logger LOG = Logger.getLogger(Link.class);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** Of the back-off, so that it is tried every half a minute at least. */
    private static final int MOST_PATIENT = 6;

    private static final int BUFFER = 8 * 1024;

    private final String host;
    private final int port;
    private final int window;
    private final BindParameter bind;
    private final MessageReceiverListener arrivals;
    private final Duration silence;
    private final Duration answer;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final ScheduledThreadPoolExecutor binder;

    private volatile @Nullable Bound bound;
    private volatile String obstacle = "not bound yet";

    private volatile int failures;

    private boolean opened;
    private boolean closed;

    /**
     * @param silence after which the message centre is asked whether it is there
     * @param answer how long an answer may take; a session without one to that question is given up
     */
    Link(Settings settings, MessageReceiverListener arrivals, Duration silence, Duration answer) {
        this.host = settings.host();
        this.port = settings.port();
        this.window = settings.window();
        this.bind = new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "");
        this.arrivals = arrivals;
        this.silence = silence;
        this.answer = answer;
        this.binder = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "smpp-bind"));
    }

    /** Binds in the background, from the first call on. */
    synchronized void open() {
        if (!opened && !closed) {
            opened = true;
            binder.execute(this::bind);
        }
    }

    /** The session, if it is bound. */
    @Nullable
    Bound bound() {
        return bound;
    }

    /** Why it is not bound. */
    String obstacle() {
        return obstacle;
    }

    /** Takes its leave of the message centre. */
    void close() {
        Bound last;
        synchronized (this) {
            closed = true;
            last = bound;
            bound = null;
        }
        binder.shutdownNow();
        if (last != null) {
            leave(last);
        }
    }

    private void bind() {
        var session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())),
                new CarefulReader(),
                Link::connect);
        session.setEnquireLinkTimer(Math.toIntExact(silence.toMillis()));
        session.setTransactionTimer(answer.toMillis());
        session.setPduProcessorDegree(Arrivals.AT_ONCE + 2);
        session.setMessageReceiverListener(arrivals);
        try {
            session.connectAndBind(host, port, bind, answer.toMillis());
            begin(session);
        } catch (IOException | RuntimeException e) {
            session.close();
            failures = failures + 1;
            obstacle = "not bound to the message centre: " + reason(e);
            LOG.warnf("Cannot bind to the message centre %s:%d: %s", host, port, reason(e));
            bindLater();
        }
    }

    private void begin(SMPPSession session) {
        var hands = new ThreadPoolExecutor(
                window, window, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(task, "smpp-send"));
        hands.allowCoreThreadTimeOut(true);
        var begun = new Bound(session, hands);
        boolean late;
        synchronized (this) {
            late = closed;
            bound = late ? null : begun;
        }
        if (late) {
            leave(begun);
            return;
        }
        LOG.infof("Bound to the message centre %s:%d", host, port);
        session.addSessionStateListener((state, before, source) -> ended(begun));
        if (!begun.alive()) {
            ended(begun);
        }
    }

    /** Told by the library once or more, from a thread of its own. */
    private void ended(Bound over) {
        synchronized (this) {
            if (bound != over || closed) {
                return;
            }
            bound = null;
            obstacle = "the session with the message centre has ended";
            failures = 1;
            binder.execute(() -> release(over));
            bindLater();
        }
        LOG.warnf("The session with the message centre %s:%d has ended", host, port);
    }

    /** Whoever waits for an answer of this session waits in vain; what it did not begin may go another way. */
    private static void release(Bound over) {
        over.hands().shutdownNow().forEach(Runnable::run);
    }

    private static void leave(Bound last) {
        last.session().setTransactionTimer(FAREWELL.toMillis());
        last.session().unbindAndClose();
        release(last);
    }

    private synchronized void bindLater() {
        if (!closed) {
            var wait = Backoff.after(Math.min(failures, MOST_PATIENT), random);
            binder.schedule(this::bind, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Connection connect(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT.toMillis()));
            return new SocketConnection(socket, BUFFER);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String reason(Throwable failure) {
        if (failure.getCause() instanceof NegativeResponseException refused) {
            return new Refusal(refused.getCommandStatus()).toString();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Nothing that is expected here is longer; whoever says that it is could fill the memory. */
    private static final class CarefulReader extends DefaultPDUReader {

        private static final int LONGEST = 64 * 1024;

        @Override
        public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
            var header = super.readPDUHeader(in);
            if (header.getCommandLength() > LONGEST) {
                throw new IOException("a command of " + header.getCommandLength() + " octets");
            }
            return header;
        }
    }
}
