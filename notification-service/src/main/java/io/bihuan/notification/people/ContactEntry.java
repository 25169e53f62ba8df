package io.bihuan.notification.people;

import io.bihuan.notification.Refusal;
import io.bihuan.notification.Refusal.Violation;
import io.bihuan.notification.ladder.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand on file of a contact.
 *
 * @param unit for a post of a unit: its code, or its name where it has none
 * @param districtCode for a post of a district
 * @param place 1 for the holder, then the deputies in their order; of the same place, who was entered first comes first
 */
@Schema(
        name = "ContactEntry",
        description = "What is to stand on file of a contact 联系人",
        examples = {"""
                {"role": "SUPERVISOR", "districtCode": "630102", "place": 1, "name": "专班联络员", "phone": "13900000001",
                 "language": "zh", "active": true, "recordedBy": "市专班办公室"}""", """
                {"role": "UNIT_HEAD", "unit": "DW-000128", "name": "餐馆负责人", "phone": "+8613900000002"}"""})
public record ContactEntry(
        @NotNull @Schema(description = "The post: RESPONSIBLE and UNIT_HEAD are a unit's, the others a district's")
        Role role,

        @Size(max = 200)
        @Pattern(regexp = OneLine.REGEXP, message = OneLine.MESSAGE)
        @Schema(
                description = "Of a unit's post: its code, or its name where it has no code; blanks, width and case of"
                        + " letters don't matter",
                nullable = true)
        @Nullable
        String unit,

        @Pattern(regexp = "[0-9A-Z]{2,12}", message = "{districtCode}")
        @Schema(
                description = "Of a district's post; held for the districts below too, where nobody holds it there",
                nullable = true)
        @Nullable
        String districtCode,

        @Min(1)
        @Max(99)
        @Schema(
                description =
                        "1 for the holder, 2 and so on for the deputies 替班 in their order; of the same place, who was"
                                + " entered first comes first. Not given: the last, or where the contact is already",
                nullable = true)
        @Nullable
        Integer place,

        @NotBlank @Size(max = 100) @Pattern(regexp = OneLine.REGEXP, message = OneLine.MESSAGE)
        String name,

        @NotNull
        @Pattern(regexp = "\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}", message = "{phone}")
        @Schema(description = "E.164, or the mainland's 11 digits")
        String phone,

        @Pattern(regexp = "zh|en", message = "{language}")
        @Schema(
                description = "In which the person is written to",
                enumeration = {"zh", "en"},
                defaultValue = "zh")
        String language,

        @Schema(description = "false takes the contact out of use", defaultValue = "true")
        Boolean active,

        @Size(max = 100)
        @Pattern(regexp = OneLine.REGEXP, message = OneLine.MESSAGE)
        @Schema(description = "Who enters it", nullable = true)
        @Nullable
        String recordedBy) {

    public ContactEntry {
        unit = OneLine.emptyToNull(unit);
        districtCode = OneLine.emptyToNull(districtCode);
        name = OneLine.stripped(name);
        phone = OneLine.stripped(phone);
        language = language == null ? "zh" : language;
        active = active == null || active;
        recordedBy = OneLine.emptyToNull(recordedBy);
    }

    /** The same, entered by somebody. */
    public ContactEntry by(String name) {
        return new ContactEntry(role, unit, districtCode, place, this.name, phone, language, active, name);
    }

    /**
     * The post that the contact is to hold.
     *
     * @throws Refusal if the role is a unit's and no unit is named, or the other way round
     */
    Post post() {
        var violations = new ArrayList<Violation>();
        if ((unit == null) == role.ofUnit()) {
            violations.add(new Violation("unit", role.ofUnit() ? "of-unit" : "not-of-unit", role));
        }
        if ((districtCode == null) != role.ofUnit()) {
            violations.add(new Violation("districtCode", role.ofUnit() ? "not-of-district" : "of-district", role));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations);
        }
        return new Post(role, unit, districtCode);
    }
}
