package io.bihuan.stack.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** A file that is handed in. */
public final class Upload {

    private final String name;
    private final byte[] content;

    private Upload(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    public static Upload of(Path file) throws IOException {
        return new Upload(file.getFileName().toString(), Files.readAllBytes(file));
    }

    /** @param name whose ending tells what the text is */
    public static Upload of(String name, String text) {
        return new Upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param parts of the form, by their names */
    static BodyPublisher form(String boundary, Map<String, Upload> parts) {
        var bytes = new ArrayList<byte[]>();
        parts.forEach((part, file) -> {
            bytes.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                            + file.name.replace("\"", "%22") + "\"\r\nContent-Type: " + file.contentType() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            bytes.add(file.content);
            bytes.add("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        bytes.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArrays(bytes);
    }

    private String contentType() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "json" -> "application/json";
            case "yaml", "yml" -> "application/yaml";
            default -> "application/octet-stream";
        };
    }
}
