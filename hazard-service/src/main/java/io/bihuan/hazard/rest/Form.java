package io.bihuan.hazard.rest;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** A multipart form whose parts are known by name; each comes once at most, with a file name or without. */
public final class Form {

    private final Map<String, Collection<FormValue>> parts;

    private Form(Map<String, Collection<FormValue>> parts) {
        this.parts = parts;
    }

    /**
     * Takes a form that must have the part {@code required} and may have the others.
     *
     * @throws Refusal naming each part that is missing, comes twice or is not known
     */
    public static Form read(MultipartFormDataInput input, String required, String... others) {
        Map<String, Collection<FormValue>> parts = input.getValues();
        List<Violation> violations = new ArrayList<>();
        if (parts.getOrDefault(required, List.of()).isEmpty()) {
            violations.add(new Violation(required, "field.required"));
        }
        // A part may come without a name.
        for (String name : parts.keySet().stream()
                .map(each -> Objects.requireNonNullElse(each, ""))
                .sorted()
                .toList()) {
            if (!name.equals(required) && !Set.of(others).contains(name)) {
                violations.add(new Violation(name, "field.unknown"));
            } else if (parts.getOrDefault(name, List.of()).size() > 1) {
                violations.add(new Violation(name, "form.part.twice"));
            }
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
        return new Form(parts);
    }

    /** A part, if it came. */
    public Optional<Part> part(String name) {
        return parts.getOrDefault(name, List.of()).stream().findFirst().map(Part::new);
    }

    /** The part that must be there. */
    public Part required(String name) {
        return part(name).orElseThrow(() -> new Refusal(name, "field.required"));
    }

    /** What came under one name. */
    public record Part(FormValue value) {

        /** Whether it came with a file name; what comes without is a text. */
        public boolean isFile() {
            return value.isFileItem();
        }

        public @Nullable String fileName() {
            return value.getFileName();
        }

        public long size() {
            try {
                return isFile() ? value.getFileItem().getFileSize() : bytes().length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** @throws OversizedFile if it has more bytes */
        public Part atMost(long bytes) {
            if (size() > bytes) {
                throw new OversizedFile(bytes);
            }
            return this;
        }

        /** Its bytes; may be asked for more than once. */
        public InputStream open() throws IOException {
            return isFile() ? value.getFileItem().getInputStream() : new ByteArrayInputStream(bytes());
        }

        /** Its bytes as a text in UTF-8. */
        public String text() {
            try (InputStream in = open()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** SHA-256 of its bytes: tells two files apart. */
        public String fingerprint() {
            try (InputStream in = open()) {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
                return HexFormat.of().formatHex(sha256.digest());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        private byte[] bytes() {
            return value.getValue().getBytes(StandardCharsets.UTF_8);
        }
    }
}
