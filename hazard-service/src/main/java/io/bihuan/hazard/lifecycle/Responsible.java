package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The responsible person 责任人 of a unit, who is told of the deadline.
 *
 * @param name what to call the person
 * @param phone E.164 or the mainland's 11 digits; null only in imported ledgers that have none
 */
@Embeddable
public record Responsible(
        @Column(name = "responsible_name") String name,
        @Column(name = "responsible_phone") @Nullable String phone) {}
