package io.bihuan.hazard.registers;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A district 行政区划 on file. Its code's prefixes are its ancestors (glossary, section 2). */
@Entity
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by Districts
public class District extends PanacheEntityBase {

    /** How far down the tree of districts one stands. */
    @Schema(name = "DistrictLevel")
    public enum Level {
        PROVINCE,
        PREFECTURE,
        COUNTY,
        STREET
    }

    @Id
    String code;

    String name;

    @Column(name = "parent_code")
    @Nullable
    String parentCode;

    @Enumerated(EnumType.STRING)
    Level level;

    int version;
    String hash;

    boolean says(DistrictLine line) {
        return name.equals(line.name()) && Objects.equals(parentCode, line.parentCode()) && level == line.level();
    }

    public String code() {
        return code;
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
}
