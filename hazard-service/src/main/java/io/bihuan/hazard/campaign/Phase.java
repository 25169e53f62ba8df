package io.bihuan.hazard.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a campaign and its days. */
@Embeddable
public record Phase(
        @Enumerated(EnumType.STRING) @Column(name = "kind") Kind kind,
        @Embedded Period period) {

    /** The phases of a campaign, in the order in which it goes through them. */
    @Schema(name = "CampaignPhaseKind")
    public enum Kind {
        /** 动员部署 */
        MOBILISE,
        /** 自查自改 */
        SELF_CHECK,
        /** 集中整治 */
        RECTIFY_TOGETHER,
        /** 巩固提升 */
        LOOK_BACK
    }

    boolean follows(Phase other) {
        return kind.compareTo(other.kind) > 0 && period.from().isAfter(other.period.to());
    }
}
