package io.bihuan.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for the services, which are built after this module: a process that is healthy where it is told to be. */
public final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        var database = System.getenv("QUARKUS_DATASOURCE_USERNAME");
        if (Files.exists(Path.of("refuse-to-start"))) {
            System.err.println("Flyway: the migration of " + database + " failed");
            System.exit(1);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println(database + " listens on " + port);
    }

    /** Packages it as each of the services of a project. */
    public static void packageBelow(Path project) throws IOException {
        for (var name : StackHome.SERVICES) {
            var jar = project.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.resolveSibling("lib"));
            var manifest = new Manifest();
            var attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    InputStream code = StandInService.class.getResourceAsStream("StandInService.class")) {
                out.putNextEntry(new JarEntry("io/bihuan/stack/StandInService.class"));
                if (code != null) {
                    code.transferTo(out);
                }
            }
        }
    }
}
