package io.bihuan.reporting.campaign;

import java.time.LocalDate;

/**
 * A part of a campaign.
 *
 * @param from its first local day
 * @param to its last local day
 */
public record Phase(Kind kind, LocalDate from, LocalDate to) {

    /** The phases of a campaign, in the order in which it goes through them. */
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
}
