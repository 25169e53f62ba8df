package io.bihuan.notification.delivery.cmpp;

import com.chinamobile.cmos.sms.SmsDcs;
import com.zx.sms.codec.cmpp.msg.CmppActiveTestRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppActiveTestResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppConnectRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppConnectResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppDeliverRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppDeliverResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppTerminateRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppTerminateResponseMessage;
import com.zx.sms.codec.cmpp.msg.Message;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection with the carrier from its bind to its end. All that it has is touched by its connection's one thread, so
 * nothing is locked. What was lost with it is told and never sent again here: whoever handed it over decides.
 */
final class Session extends SimpleChannelInboundHandler<Message> {

    /** The protocol is one country's, whose carriers all go by this time. */
    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final short VERSION = 0x30;
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("MMddHHmmss");

    private final Link link;
    private final Account account;
    private final Patience patience;
    private final Reports reports;
    private final InstantSource time;

    private final Deque<Submission> waiting = new ArrayDeque<>();
    private final Map<Integer, Submission> out = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ChannelHandlerContext carrier;

    private boolean bound;
    private boolean held;
    private boolean asked;
    private @Nullable String end;

    Session(Link link, Account account, Patience patience, Reports reports, InstantSource time) {
        this.link = link;
        this.account = account;
        this.patience = patience;
        this.reports = reports;
        this.time = time;
    }

    boolean isBound() {
        return bound;
    }

    void submit(Submission submission) {
        submission.startsWaiting(after(patience.handOver(), () -> late(submission)));
        waiting.add(submission);
        send();
    }

    /** Says farewell; the connection is closed when the carrier answers, or does not. */
    void terminate() {
        end = "the session was ended here";
        carrier.writeAndFlush(new CmppTerminateRequestMessage());
        after(patience.connection(), carrier::close);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        carrier = context;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(bind());
        after(patience.connection(), () -> {
            if (!bound) {
                end("the carrier did not answer the bind");
            }
        });
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Message message) {
        asked = false;
        if (message instanceof CmppSubmitResponseMessage answer) {
            answered(answer);
        } else if (message instanceof CmppDeliverRequestMessage delivery) {
            delivered(delivery);
        } else if (message instanceof CmppActiveTestRequestMessage) {
            context.writeAndFlush(new CmppActiveTestResponseMessage(message.getSequenceNo()));
        } else if (message instanceof CmppConnectResponseMessage answer) {
            bound(answer);
        } else if (message instanceof CmppTerminateRequestMessage) {
            end = "the carrier ended the session";
            context.writeAndFlush(new CmppTerminateResponseMessage(message.getSequenceNo()))
                    .addListener(ChannelFutureListener.CLOSE);
        } else if (message instanceof CmppTerminateResponseMessage) {
            context.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && bound) {
            if (asked) {
                end("the carrier fell silent");
            } else {
                asked = true;
                context.writeAndFlush(new CmppActiveTestRequestMessage());
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        end(failure instanceof IOException ? "the connection failed: " + failure : "what came is no CMPP: " + failure);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        var why = end == null ? "the carrier closed the connection" : end;
        bound = false;
        out.values().forEach(submission -> submission.lost(why));
        out.clear();
        waiting.forEach(submission -> submission.stayed(why));
        waiting.clear();
        link.lost(why);
    }

    /** The carrier's own proof of who it is is not looked at: many leave it empty, and the connection is open to read. */
    private void bound(CmppConnectResponseMessage answer) {
        if (answer.getStatus() == 0) {
            bound = true;
            link.bound();
        } else {
            end("the carrier refused the bind with status " + answer.getStatus()
                    + (answer.getStatus() == 3 ? " (wrong enterprise code or password)" : ""));
        }
    }

    private void answered(CmppSubmitResponseMessage answer) {
        var submission = out.remove(answer.getSequenceNo());
        if (submission == null) {
            return;
        }
        submission.answered();
        var result = new Result(answer.getResult());
        if (result.isTaken()) {
            if (!submission.taken(answer.getMsgId().toString())) {
                goOn(submission);
            }
        } else if (result.isThrottled() && submission.hasBegun()) {
            hold();
            goOn(submission);
        } else {
            if (result.isThrottled()) {
                hold();
            }
            submission.refused(result);
        }
        send();
    }

    private void goOn(Submission submission) {
        if (submission.isLate()) {
            submission.stayed("the carrier took too long");
        } else {
            waiting.addFirst(submission);
        }
    }

    private void late(Submission submission) {
        submission.isLateNow();
        if (waiting.remove(submission)) {
            submission.stayed("the carrier did not take it in time");
        }
    }

    private void unanswered(int sequence) {
        var submission = out.remove(sequence);
        if (submission != null) {
            submission.lost("no answer from the carrier");
            send();
        }
    }

    private void delivered(CmppDeliverRequestMessage delivery) {
        var answer = new CmppDeliverResponseMessage(delivery.getSequenceNo());
        answer.setMsgId(delivery.getMsgId());
        if (delivery.getReportRequestMessage() == null) {
            // Somebody answered a reminder by SMS: nobody reads that, but the carrier wants to get rid of it.
            carrier.writeAndFlush(answer);
        } else {
            reports.take(delivery.getReportRequestMessage(), result -> {
                answer.setResult(result);
                carrier.writeAndFlush(answer);
            });
        }
    }

    private void hold() {
        if (!held) {
            held = true;
            after(patience.pause(), () -> {
                held = false;
                send();
            });
        }
    }

    private void send() {
        while (!held && out.size() < account.window() && !waiting.isEmpty()) {
            var submission = waiting.remove();
            var message = message(submission);
            int sequence = message.getSequenceNo();
            out.put(sequence, submission);
            submission.wentOut(after(patience.answer(), () -> unanswered(sequence)));
            carrier.writeAndFlush(message).addListener(written -> {
                if (!written.isSuccess()) {
                    end("the connection failed: " + written.cause());
                }
            });
        }
    }

    private CmppSubmitRequestMessage message(Submission submission) {
        var part = submission.next();
        var message = new CmppSubmitRequestMessage();
        message.setPktotal((short) part.total());
        message.setPknumber((short) part.number());
        message.setRegisteredDelivery((short) 1);
        message.setServiceId(account.serviceId());
        message.setMsgsrc(account.spId());
        message.setSrcId(account.source());
        message.setDestterminalId(submission.phone());
        message.setTpudhi((short) (part.hasHeader() ? 1 : 0));
        message.setMsgfmt(new SmsDcs(part.format()));
        message.setMsgContentBytes(part.content());
        message.setMsgLength((short) part.content().length);
        return message;
    }

    private CmppConnectRequestMessage bind() {
        var timestamp = TIMESTAMP.format(time.instant().atZone(BEIJING));
        var bind = new CmppConnectRequestMessage();
        bind.setSourceAddr(account.spId());
        bind.setVersion(VERSION);
        bind.setTimestamp(Long.parseLong(timestamp));
        bind.setAuthenticatorSource(proof(timestamp));
        return bind;
    }

    private byte[] proof(String timestamp) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(account.spId().getBytes(StandardCharsets.US_ASCII));
            digest.update(new byte[9]);
            digest.update(account.password().getBytes(StandardCharsets.UTF_8));
            return digest.digest(timestamp.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    private void end(String why) {
        if (end == null) {
            end = why;
        }
        carrier.close();
    }

    private Future<?> after(Duration wait, Runnable task) {
        return carrier.executor().schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
