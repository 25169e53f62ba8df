package io.bihuan.stack;

import java.util.List;

/**
 * What a launcher notes about its stack for the other commands.
 *
 * @param launcher the launcher's process number
 * @param phase how far it is
 * @param ports where things listen
 * @param parts what it has started so far
 */
public record StackState(long launcher, Phase phase, StackPorts ports, List<Part> parts) {

    /** How far the launcher is. */
    public enum Phase {
        STARTING,
        UP,
        STOPPING
    }

    /**
     * @param name such as {@code hazard-service}
     * @param pid its process; the launcher's own for what runs inside it
     * @param address where it is reached
     */
    public record Part(String name, long pid, String address) {}
}
