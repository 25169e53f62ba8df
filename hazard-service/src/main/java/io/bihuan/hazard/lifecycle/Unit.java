package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The responsible unit 责任单位 as a hazard names it.
 *
 * @param code its code on file, if it has one
 * @param name as people call it
 */
@Embeddable
public record Unit(
        @Column(name = "unit_code") @Nullable String code,
        @Column(name = "unit_name") String name) {}
