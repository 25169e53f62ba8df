package io.bihuan.stack.demo;

import java.io.PrintStream;

/** What demonstrations print; in colour only where a person reads it. */
public final class Page {

    private final PrintStream out;
    private final boolean colour;

    public Page(PrintStream out) {
        this.out = out;
        this.colour = System.console() != null && System.getenv("NO_COLOR") == null;
    }

    public void heading(String text) {
        out.println();
        out.println(colour ? "\033[1;36m" + text + "\033[0m" : text);
    }

    public void line(String label, String text) {
        out.printf("  %s %s%n", colour ? "\033[2m%-9s\033[0m".formatted(label) : "%-9s".formatted(label), text);
    }
}
