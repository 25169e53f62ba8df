package io.bihuan.notification.rest;

import io.bihuan.access.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who enters what a call puts on file: the caller, or somebody on whose behalf he may. */
@ApplicationScoped
public class Clerk {

    private final CurrentPerson current;

    Clerk(CurrentPerson current) {
        this.current = current;
    }

    /** The caller's name. */
    public String name() {
        return current.get().name();
    }

    /**
     * The name that goes on file.
     *
     * @param told who enters it, as the caller says; null if he does himself
     * @throws SomebodyElse if that is another person, for whom he may not speak
     */
    public String name(@Nullable String told) {
        var own = name();
        if (told == null || told.isBlank() || told.strip().equals(own)) {
            return own;
        }
        if (!current.maySpeakForOthers()) {
            throw new SomebodyElse(told, own);
        }
        return told.strip();
    }

    /** The body says that somebody else enters what the caller may enter only for himself. */
    static final class SomebodyElse extends RuntimeException {

        final String told;
        final String caller;

        SomebodyElse(String told, String caller) {
            super(caller + " may not speak for " + told);
            this.told = told;
            this.caller = caller;
        }
    }
}
