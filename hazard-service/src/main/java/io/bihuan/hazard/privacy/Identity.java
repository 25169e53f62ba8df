package io.bihuan.hazard.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a citizen is, as far as known. Part of no event and of nothing that is on record in plain. */
public record Identity(@Nullable String name, @Nullable String phone) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody, if anything at all is known. */
    public static Optional<Identity> of(@Nullable String name, @Nullable String phone) {
        return name == null && phone == null ? Optional.empty() : Optional.of(new Identity(name, phone));
    }

    public Identity masked() {
        return new Identity(Mask.name(name), Mask.phone(phone));
    }

    byte[] written() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two texts must be writable as JSON", e);
        }
    }

    static Identity read(byte[] written) {
        try {
            return JSON.readValue(written, Identity.class);
        } catch (IOException e) {
            // Its message would quote what was read.
            throw new IllegalStateException("an identity that was decrypted is not what was written");
        }
    }

    /** Says nothing, so that it may stand in a log. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
