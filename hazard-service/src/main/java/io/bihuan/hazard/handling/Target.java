package io.bihuan.hazard.handling;

import io.bihuan.hazard.StaleVersion;
import java.util.Set;
import java.util.UUID;

/**
 * Which hazard a command is for, and which version of it the sender has seen.
 *
 * @param id of the hazard
 * @param versions any of which will do; empty if the sender does not mind
 */
public record Target(UUID id, Set<Integer> versions) {

    public Target(UUID id) {
        this(id, Set.of());
    }

    void accept(int current) {
        StaleVersion.check(current, versions);
    }
}
