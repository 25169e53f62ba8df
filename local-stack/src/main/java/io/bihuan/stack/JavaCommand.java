package io.bihuan.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a part of ours is run by the same Java that runs us.
 *
 * @param options what the virtual machine is told
 * @param what the main class, or a jar that has one
 */
public record JavaCommand(List<String> options, List<String> what) {

    /* One processor's worth of ambition: these parts share a machine with everything else the person does. */
    private static final List<String> THRIFTY = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xss512k",
            "-Dslf4j.internal.verbosity=ERROR",
            "-Djava.net.preferIPv4Stack=true",
            "-Dfile.encoding=UTF-8");

    public static JavaCommand of(Class<?> main) {
        return new JavaCommand(THRIFTY, List.of(main.getName()));
    }

    public static JavaCommand ofJar(Path jar) {
        return new JavaCommand(THRIFTY, List.of("-jar", jar.toString()));
    }

    public JavaCommand with(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new JavaCommand(all, what);
    }

    public List<String> running(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(what);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Our own class path, by the environment: on the command line it would hide everything else in {@code ps}. */
    public static Map<String, String> ownClassPath() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }
}
