package io.bihuan.notification.rest.people;

import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Contact;
import io.bihuan.notification.rest.Discretion;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact as it stands on file. */
@Schema(name = "Contact", description = "A contact 联系人: holds a post, or stands in for who does", examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-0000000000c1", "role": "SUPERVISOR", "unit": null, "districtCode": "630102",
                 "place": 1, "name": "专班联络员", "phone": "13900000001", "language": "zh", "active": true, "version": 1,
                 "recordedAt": "2026-05-01T01:00:00Z", "recordedBy": "市专班办公室"}""")
public record ContactView(
        UUID id,
        Role role,

        @Schema(description = "Of a unit's post: its code, or its name", nullable = true) @Nullable
        String unit,

        @Schema(description = "Of a district's post", nullable = true) @Nullable
        String districtCode,

        @Schema(description = "1 for the holder, then the deputies 替班")
        int place,

        String name,

        @Schema(description = "E.164, or the mainland's 11 digits; inspectors see how it begins and ends")
        String phone,

        @Schema(description = "zh or en: in which the person is written to")
        String language,

        @Schema(description = "false once out of use: told of nothing")
        boolean active,

        @Schema(description = "How often it was changed; also the ETag")
        int version,

        @Schema(description = "When this version was entered")
        Instant recordedAt,

        @Schema(description = "By whom", nullable = true) @Nullable
        String recordedBy) {

    static ContactView of(Contact contact, Discretion discretion) {
        return new ContactView(
                contact.id(),
                contact.role(),
                contact.unit(),
                contact.districtCode(),
                contact.place(),
                contact.name(),
                String.valueOf(discretion.phone(contact.phone())),
                contact.language(),
                contact.active(),
                contact.version(),
                contact.recordedAt(),
                contact.recordedBy());
    }
}
