package io.bihuan.hazard.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A point on the map, WGS 84, in degrees; six decimals (0.1 m) are kept.
 *
 * @param lat −90 to 90
 * @param lon −180 to 180
 */
@Embeddable
@Schema(description = "WGS 84, degrees")
public record Location(
        @Column(name = "latitude") BigDecimal lat,
        @Column(name = "longitude") BigDecimal lon) {}
