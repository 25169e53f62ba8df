package io.bihuan.hazard.registers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A district 行政区划 on file. Its code's prefixes are its ancestors (glossary, section 2). */
@Entity
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by take()
public class District extends OnFile<DistrictEntry> {

    /** How far down the tree of districts one stands. */
    @Schema(name = "DistrictLevel")
    public enum Level {
        PROVINCE("省级"),
        PREFECTURE("地级"),
        COUNTY("县级"),
        STREET("乡级");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        /** As the registers' sheets write it. */
        public String label() {
            return label;
        }
    }

    private String name;

    /** Set by the register when it comes on file, and then for good. */
    @Column(name = "parent_code")
    @Nullable
    String parentCode;

    @Enumerated(EnumType.STRING)
    Level level;

    /** Set by a {@link BoundaryChange}, once and for good. */
    @Column(name = "moved_into")
    @Nullable
    String movedInto;

    @Column(name = "moved_on")
    @Nullable
    LocalDate movedOn;

    /** The hash of the last change's history row: the head of this district's chain. */
    String hash = "";

    @Override
    boolean says(DistrictEntry entry) {
        return name.equals(entry.name()) && (entry.level() == null || level == entry.level());
    }

    @Override
    void take(DistrictEntry entry) {
        name = entry.name();
        if (entry.level() != null) {
            level = entry.level();
        }
    }

    public String name() {
        return name;
    }

    public @Nullable String parentCode() {
        return parentCode;
    }

    public Level level() {
        return level;
    }

    /** The code that takes this one's place, if it is given up. */
    public @Nullable String movedInto() {
        return movedInto;
    }

    /** The first local day on which that holds. */
    public @Nullable LocalDate movedOn() {
        return movedOn;
    }
}
