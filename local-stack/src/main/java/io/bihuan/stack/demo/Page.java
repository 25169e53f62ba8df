package io.bihuan.stack.demo;

import java.io.PrintStream;

/** What the demonstration prints; in colour only where a person reads it. */
final class Page {

    private final PrintStream out;
    private final boolean colour;

    Page(PrintStream out) {
        this.out = out;
        this.colour = System.console() != null && System.getenv("NO_COLOR") == null;
    }

    void heading(String text) {
        out.println();
        out.println(colour ? "\033[1;36m" + text + "\033[0m" : text);
    }

    void line(String label, String text) {
        out.printf("  %s %s%n", colour ? "\033[2m%-9s\033[0m".formatted(label) : "%-9s".formatted(label), text);
    }
}
