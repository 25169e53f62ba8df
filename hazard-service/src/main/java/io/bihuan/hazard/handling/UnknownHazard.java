package io.bihuan.hazard.handling;

import java.util.UUID;

/** No hazard has this id. */
public final class UnknownHazard extends RuntimeException {

    public UnknownHazard(UUID id) {
        super("no hazard " + id);
    }
}
