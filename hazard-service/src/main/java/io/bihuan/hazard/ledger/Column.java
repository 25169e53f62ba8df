package io.bihuan.hazard.ledger;

import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.lifecycle.Supervision;
import io.bihuan.hazard.lifecycle.Unit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the ledger, in their order. Their headings are in {@code messages.properties}. */
public enum Column {
    NUMBER(22, Part.KEY, Hazard::number),
    DISTRICT_CODE(12, Part.FOUND, Hazard::districtCode),
    /** Filled from the register of districts. */
    DISTRICT(16, Part.TOLD, hazard -> null),
    SITE_CODE(16, Part.TOLD, Hazard::siteCode),
    SITE(24, Part.FOUND, Hazard::siteName),
    ADDRESS(30, Part.FOUND, Hazard::address),
    LATITUDE(12, Part.FOUND, hazard -> of(hazard.location(), Location::lat)),
    LONGITUDE(12, Part.FOUND, hazard -> of(hazard.location(), Location::lon)),
    CATEGORY(14, Part.FOUND, Hazard::category),
    GRADE(8, Part.FOUND, Hazard::grade),
    SOURCE(14, Part.FOUND, Hazard::source),
    CHECK_ITEM(12, Part.FOUND, Hazard::checkItem),
    DESCRIPTION(48, Part.FOUND, Hazard::description),
    FOUND_AT(19, Part.FOUND, Hazard::foundAt),
    FOUND_BY(12, Part.FOUND, Hazard::foundBy),
    WITNESS(12, Part.FOUND, Hazard::witness),
    EXTERNAL_NUMBER(16, Part.KEY, Hazard::externalNumber),
    LEDGER(16, Part.KEY, Hazard::ledger),
    CAMPAIGN(14, Part.FOUND, Hazard::campaign),
    UNIT_CODE(14, Part.ASSIGNED, hazard -> of(hazard.unit(), Unit::code)),
    UNIT(24, Part.ASSIGNED, hazard -> of(hazard.unit(), Unit::name)),
    RESPONSIBLE(12, Part.ASSIGNED, hazard -> of(hazard.responsible(), Responsible::name)),
    PHONE(16, Part.ASSIGNED, hazard -> of(hazard.responsible(), Responsible::phone)),
    ASSIGNED_AT(19, Part.ASSIGNED, Hazard::assignedAt),
    DUE_AT(19, Part.ASSIGNED, Hazard::dueAt),
    ORIGINAL_DUE_AT(19, Part.TOLD, Hazard::originalDueAt),
    NOTICE_NUMBER(22, Part.TOLD, Hazard::noticeNumber),
    MEASURES(30, Part.ASSIGNED, Hazard::measures),
    FUNDS(12, Part.ASSIGNED, Hazard::funds),
    CONTINGENCY_PLAN(24, Part.ASSIGNED, Hazard::contingencyPlan),
    INTERIM_CONTROLS(24, Part.ASSIGNED, Hazard::interimControls),
    STATUS(10, Part.STATUS, Hazard::status),
    RECTIFIED_AT(19, Part.RECTIFIED, Hazard::rectifiedAt),
    RECTIFIED_BY(12, Part.RECTIFIED, Hazard::rectifiedBy),
    RECTIFICATION(36, Part.RECTIFIED, Hazard::rectification),
    CLOSED_AT(19, Part.CLOSED, Hazard::closedAt),
    INSPECTOR(12, Part.CLOSED, Hazard::closedBy),
    APPROVED_BY(12, Part.CLOSED, Hazard::approvedBy),
    OPINION(30, Part.CLOSED, Hazard::opinion),
    ROUND(6, Part.TOLD, Hazard::round),
    RETURNS(6, Part.TOLD, Hazard::returns),
    SUPERVISION_LEVEL(10, Part.TOLD, hazard -> of(hazard.supervision(), Supervision::level)),
    SUPERVISION_NUMBER(20, Part.TOLD, hazard -> of(hazard.supervision(), Supervision::documentNumber)),
    DISMISSED_BECAUSE(24, Part.TOLD, Hazard::dismissedBecause);

    /** Which part of a life a column tells of. */
    enum Part {
        /** Which hazard the row is. */
        KEY,
        FOUND,
        ASSIGNED,
        RECTIFIED,
        CLOSED,
        STATUS,
        /** What follows from the rest or from steps that a ledger does not tell. */
        TOLD
    }

    final int width;
    final Part part;
    private final Function<Hazard, @Nullable Object> value;

    Column(int width, Part part, Function<Hazard, @Nullable Object> value) {
        this.width = width;
        this.part = part;
        this.value = value;
    }

    /** Whether it would tell who reported, which is not on record. */
    boolean namesCitizens(Hazard hazard) {
        return (this == FOUND_BY || this == WITNESS) && hazard.source().isCitizens();
    }

    @Nullable
    Object of(Hazard hazard) {
        return value.apply(hazard);
    }

    private static <T, V> @Nullable V of(@Nullable T part, Function<T, @Nullable V> value) {
        return part == null ? null : value.apply(part);
    }
}
