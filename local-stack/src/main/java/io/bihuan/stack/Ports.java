package io.bihuan.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
public final class Ports {

    /* Below what Linux hands out for outgoing connections (32768 and up): nobody takes the port before we do. */
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;

    private Ports() {}

    /** @return a port that nobody listens on */
    public static int free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port found between " + LOWEST + " and " + BEYOND);
    }

    /** @return the port that is wished for, or any free one for 0; a part is not started on a port that is taken */
    static int choose(String part, int wished) {
        if (wished == 0) {
            return free();
        }
        if (!isFree(wished)) {
            throw new PartFailedException(part, "port " + wished + " is taken");
        }
        return wished;
    }

    /** @return whether one can listen on the port, on every address of this machine */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return whether somebody answers on the port of the loopback address */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
