package io.bihuan.hazard.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A hazard that was opened by an inspection. */
@Embeddable
public record OpenedHazard(@Column(name = "hazard_id") UUID id, String number) {}
