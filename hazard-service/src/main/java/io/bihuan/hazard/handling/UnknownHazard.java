package io.bihuan.hazard.handling;

import java.util.UUID;

/** No hazard has this id. */
public final class UnknownHazard extends RuntimeException {

    private final UUID id;

    public UnknownHazard(UUID id) {
        super("no hazard " + id);
        this.id = id;
    }

    public UUID id() {
        return id;
    }
}
