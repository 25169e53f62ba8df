package io.bihuan.notification.texts;

import java.util.List;

/** A template that can't be used, with everything that is wrong with it. */
public final class BadTemplate extends Exception {

    private final transient List<Flaw> flaws;

    BadTemplate(List<Flaw> flaws) {
        super(flaws.toString());
        this.flaws = List.copyOf(flaws);
    }

    BadTemplate(Flaw flaw) {
        this(List.of(flaw));
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
