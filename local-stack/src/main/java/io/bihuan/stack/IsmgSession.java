package io.bihuan.stack;

import io.bihuan.stack.IsmgBehaviour.Reporting;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One client's connection with the carrier. */
final class IsmgSession {

    private static final int CONNECT = 1;
    private static final int TERMINATE = 2;
    private static final int SUBMIT = 4;
    private static final int DELIVER = 5;
    private static final int ACTIVE_TEST = 8;
    private static final int ANSWER = 0x80000000;

    private static final int LONGEST = 4096;
    private static final long AGAIN_MILLIS = 300;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Ismg ismg;
    private final Vertx vertx;
    private final NetSocket socket;
    private final InstantSource clock;
    private final RecordParser frames;
    private final Map<Integer, Buffer> unanswered = new HashMap<>();
    private boolean lengthKnown;
    private boolean bound;
    private int sequence;

    IsmgSession(Ismg ismg, Vertx vertx, NetSocket socket, InstantSource clock) {
        this.ismg = ismg;
        this.vertx = vertx;
        this.socket = socket;
        this.clock = clock;
        this.frames = RecordParser.newFixed(4, this::read);
        socket.handler(frames);
        socket.exceptionHandler(failure -> socket.close());
        socket.closeHandler(nothing -> ismg.closed(this));
    }

    boolean isBound() {
        return bound;
    }

    void cut() {
        socket.close();
    }

    void ask() {
        send(ACTIVE_TEST, ++sequence, Buffer.buffer());
    }

    void babble(byte[] bytes) {
        socket.write(Buffer.buffer(bytes));
    }

    void report(long id, String phone, String state) {
        var minute = MINUTE.format(clock.instant());
        var content = Buffer.buffer()
                .appendLong(id)
                .appendBuffer(field(state, 7))
                .appendBuffer(field(minute, 10))
                .appendBuffer(field(minute, 10))
                .appendBuffer(field(phone, 32))
                .appendInt(0);
        deliver(phone, (byte) 0, true, content);
    }

    void passOn(String phone, String text) {
        deliver(phone, (byte) 8, false, Buffer.buffer(text.getBytes(StandardCharsets.UTF_16BE)));
    }

    private void deliver(String phone, byte format, boolean report, Buffer content) {
        var body = Buffer.buffer()
                .appendLong(ismg.nextId())
                .appendBuffer(field("10690000", 21))
                .appendBuffer(field("", 10))
                .appendBytes(new byte[] {0, 0, format})
                .appendBuffer(field(phone, 32))
                .appendBytes(new byte[] {0, (byte) (report ? 1 : 0), (byte) content.length()})
                .appendBuffer(content)
                .appendBuffer(field("", 20));
        unanswered.put(++sequence, body);
        send(DELIVER, sequence, body);
    }

    private void read(Buffer bytes) {
        if (!lengthKnown) {
            long length = bytes.getUnsignedInt(0);
            if (length < 12 || length > LONGEST) {
                socket.close();
                return;
            }
            lengthKnown = true;
            frames.fixedSizeMode((int) length - 4);
            return;
        }
        lengthKnown = false;
        frames.fixedSizeMode(4);
        ismg.hasRead();
        if (!ismg.behaviour().silent()) {
            take(bytes.getInt(0), bytes.getInt(4), bytes.slice(8, bytes.length()));
        }
    }

    private void take(int command, int number, Buffer body) {
        switch (command) {
            case CONNECT -> bind(number, body);
            case SUBMIT -> submit(number, body);
            case ACTIVE_TEST -> send(ANSWER | ACTIVE_TEST, number, Buffer.buffer(new byte[1]));
            case TERMINATE -> {
                bound = false;
                ismg.farewell();
                send(ANSWER | TERMINATE, number, Buffer.buffer());
            }
            case ANSWER | DELIVER -> answered(number, body.getInt(8));
            case ANSWER | ACTIVE_TEST -> ismg.answered(0);
            default -> {
                if ((command & ANSWER) == 0) {
                    socket.close();
                }
            }
        }
    }

    private void bind(int number, Buffer body) {
        int status = ismg.behaviour().bindStatus();
        var spId = IsmgSubmit.text(body, 0, 6);
        var proof = body.getBytes(6, 22);
        if (status == 0 && !Arrays.equals(proof, digest(spId, body.getUnsignedInt(23)))) {
            status = 3;
        } else if (status == 0 && body.getByte(22) != 0x30) {
            status = 4;
        }
        bound = status == 0;
        send(
                ANSWER | CONNECT,
                number,
                Buffer.buffer().appendInt(status).appendBytes(new byte[16]).appendByte((byte) 0x30));
        if (bound) {
            ismg.letIn();
        } else {
            socket.end();
        }
    }

    private void submit(int number, Buffer body) {
        if (!bound) {
            socket.close();
            return;
        }
        var behaviour = ismg.behaviour();
        int count = ismg.submitted();
        var submit = IsmgSubmit.of(body);
        int result = submit.fault() != 0 ? submit.fault() : behaviour.result(count);
        long id = ismg.nextId();
        if (result == 0) {
            ismg.keep(submit, id);
        }
        if (count == behaviour.dropAt()) {
            socket.close();
            return;
        }
        boolean reported = result == 0 && submit.reported();
        if (reported && behaviour.reporting() == Reporting.EARLY) {
            report(id, submit.phone(), behaviour.state());
        }
        send(
                ANSWER | SUBMIT,
                number,
                Buffer.buffer().appendLong(result == 0 ? id : 0).appendInt(result));
        if (reported && (behaviour.reporting() == Reporting.AFTER || behaviour.reporting() == Reporting.TWICE)) {
            report(id, submit.phone(), behaviour.state());
        }
        if (reported && behaviour.reporting() == Reporting.TWICE) {
            report(id, submit.phone(), behaviour.state());
        }
    }

    /** What was not taken is sent again until it is. */
    private void answered(int number, int result) {
        ismg.answered(result);
        var body = unanswered.remove(number);
        if (result != 0 && body != null) {
            vertx.setTimer(AGAIN_MILLIS, timer -> {
                unanswered.put(++sequence, body);
                send(DELIVER, sequence, body);
            });
        }
    }

    private void send(int command, int number, Buffer body) {
        socket.write(Buffer.buffer()
                .appendInt(12 + body.length())
                .appendInt(command)
                .appendInt(number)
                .appendBuffer(body));
    }

    private byte[] digest(String spId, long timestamp) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(Ismg.SP_ID.equals(spId) ? spId.getBytes(StandardCharsets.US_ASCII) : new byte[0]);
            digest.update(new byte[9]);
            digest.update(ismg.password().getBytes(StandardCharsets.UTF_8));
            return digest.digest("%010d".formatted(timestamp).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    private static Buffer field(String text, int length) {
        Charset ascii = StandardCharsets.US_ASCII;
        return Buffer.buffer(Arrays.copyOf(text.getBytes(ascii), length));
    }
}
