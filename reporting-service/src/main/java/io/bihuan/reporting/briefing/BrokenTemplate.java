package io.bihuan.reporting.briefing;

/** A Word template can't be used; nothing was issued. */
public final class BrokenTemplate extends RuntimeException {

    private final String template;

    BrokenTemplate(String template, Throwable cause) {
        super("a briefing cannot be written into " + template, cause);
        this.template = template;
    }

    /** Which one. */
    public String template() {
        return template;
    }
}
