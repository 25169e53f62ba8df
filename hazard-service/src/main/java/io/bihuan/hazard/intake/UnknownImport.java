package io.bihuan.hazard.intake;

import java.util.UUID;

/** No import has this id. */
public final class UnknownImport extends RuntimeException {

    private final UUID id;

    UnknownImport(UUID id) {
        super("no import " + id);
        this.id = id;
    }

    public UUID id() {
        return id;
    }
}
