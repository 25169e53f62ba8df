package io.bihuan.hazard;

import java.util.List;

/** A command that asks for something that cannot be: which fields, and why. Nothing was changed. */
public final class Refusal extends RuntimeException {

    private final List<Violation> violations;

    /**
     * @param field the field of the command, as the client wrote it
     * @param reason a key of {@code messages.properties}
     * @param arguments what the message names
     */
    public record Violation(String field, String reason, List<Object> arguments) {

        public Violation(String field, String reason, Object... arguments) {
            this(field, reason, List.of(arguments));
        }
    }

    public Refusal(Violation... violations) {
        super(List.of(violations).toString());
        this.violations = List.of(violations);
    }

    public Refusal(String field, String reason, Object... arguments) {
        this(new Violation(field, reason, arguments));
    }

    public List<Violation> violations() {
        return violations;
    }
}
