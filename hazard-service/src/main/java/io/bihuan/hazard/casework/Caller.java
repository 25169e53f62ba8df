package io.bihuan.hazard.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Who called. Never shown to the unit: not part of any event, nor of a hazard. */
@Embeddable
public record Caller(
        @Column(name = "caller_name") @Nullable String name,
        @Column(name = "caller_phone") @Nullable String phone) {

    /** As much as a list may show: the first character of the name; the first three and last four digits of the phone. */
    public Caller masked() {
        return new Caller(
                name == null ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "**",
                phone == null ? null : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4));
    }
}
