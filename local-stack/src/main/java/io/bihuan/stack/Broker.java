package io.bihuan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's process: formats the storage at the first start, then is {@code kafka.Kafka}. */
final class Broker {

    private Broker() {}

    public static void main(String[] arguments) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(reader);
        }
        if (!Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"))) {
            var format = new String[] {
                "format",
                "--config",
                arguments[0],
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--ignore-formatted"
            };
            int exit = StorageTool.execute(format, System.out);
            if (exit != 0) {
                System.exit(exit);
            }
        }
        Kafka.main(arguments);
    }
}
