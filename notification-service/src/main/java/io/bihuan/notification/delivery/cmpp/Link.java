package io.bihuan.notification.delivery.cmpp;

import com.zx.sms.codec.cmpp.CMPPMessageCodecAggregator;
import com.zx.sms.codec.cmpp.CmppHeaderCodec;
import io.bihuan.notification.delivery.Backoff;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session with the carrier: binds, and when the session is lost binds again, waiting longer each time. A thread of
 * its own works it, so that looking up the carrier's address, which blocks, holds nobody else up.
 */
final class Link {

    private static final Logger LOG = Logger.getLogger(Link.class);

    /** The carrier's longest message has less than half of it. */
    private static final int LONGEST_FRAME = 1024;

    /** Of the back-off, so that it is tried every half a minute at least. */
    private static final int MOST_PATIENT = 6;

    private final Account account;
    private final Patience patience;
    private final Reports reports;
    private final InstantSource time;
    private final EventLoopGroup thread = new NioEventLoopGroup(1, new DefaultThreadFactory("cmpp", true));
    private final RandomGenerator random = RandomGenerator.getDefault();

    // Touched by that thread only.
    private @Nullable Session session;
    private @Nullable Channel channel;
    private String obstacle = "the session is not bound yet";
    private int failures;
    private boolean closed;

    Link(Account account, Patience patience, Reports reports, InstantSource time) {
        this.account = account;
        this.patience = patience;
        this.reports = reports;
        this.time = time;
    }

    void open() {
        thread.execute(this::connect);
    }

    /** The submission's outcome is told whatever happens. */
    void submit(Submission submission) {
        try {
            thread.execute(() -> {
                if (session != null && session.isBound() && !closed) {
                    session.submit(submission);
                } else {
                    submission.stayed("no session with the carrier: " + obstacle);
                }
            });
        } catch (RejectedExecutionException e) {
            submission.stayed("no session with the carrier: this service is ending");
        }
    }

    boolean isBound() {
        return thread.submit(() -> session != null && session.isBound())
                .awaitUninterruptibly()
                .getNow();
    }

    /** Ends the session in good order, and returns when it has ended. */
    void close() {
        thread.submit(() -> {
                    closed = true;
                    if (session != null && session.isBound()) {
                        session.terminate();
                    } else if (channel != null) {
                        channel.close();
                    }
                })
                .awaitUninterruptibly();
        if (channel != null) {
            channel.closeFuture().awaitUninterruptibly(2 * patience.connection().toMillis());
        }
        thread.shutdownGracefully(0, patience.connection().toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }

    void bound() {
        failures = 0;
        LOG.infof("bound to the carrier at %s:%d as %s", account.host(), account.port(), account.spId());
    }

    void lost(String why) {
        session = null;
        obstacle = why;
        if (!closed) {
            failures = Math.min(failures + 1, MOST_PATIENT);
            var wait = Backoff.after(failures, random);
            LOG.warnf("no session with the carrier (%s), the next attempt is in %d ms", why, wait.toMillis());
            thread.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        var next = new Session(this, account, patience, reports, time);
        session = next;
        var opening = new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        patience.connection().toMillis())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel opened) {
                        opened.pipeline()
                                .addLast(new IdleStateHandler(
                                        patience.silence().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                                .addLast(new LengthFieldBasedFrameDecoder(LONGEST_FRAME, 0, 4, -4, 0))
                                .addLast(new CmppHeaderCodec(), CMPPMessageCodecAggregator.getInstance(), next);
                    }
                })
                .connect(account.host(), account.port());
        channel = opening.channel();
        opening.addListener((ChannelFutureListener) this::connected);
    }

    private void connected(ChannelFuture opening) {
        if (!opening.isSuccess()) {
            lost("" + opening.cause().getMessage());
        }
    }
}
