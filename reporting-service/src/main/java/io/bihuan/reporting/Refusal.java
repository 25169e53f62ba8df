package io.bihuan.reporting;

import java.util.List;

/** Asks for something that cannot be: which field, and why. Nothing was changed. */
public final class Refusal extends RuntimeException {

    private final List<Violation> violations;

    /**
     * What is wrong with one field.
     *
     * @param field as the client wrote it
     * @param reason a key of {@code problems.properties}
     * @param arguments what the message names
     */
    public record Violation(String field, String reason, List<Object> arguments) {

        public Violation(String field, String reason, Object... arguments) {
            this(field, reason, List.of(arguments));
        }
    }

    public Refusal(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public Refusal(String field, String reason, Object... arguments) {
        this(List.of(new Violation(field, reason, arguments)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
