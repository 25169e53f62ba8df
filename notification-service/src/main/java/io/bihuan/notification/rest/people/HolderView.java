package io.bihuan.notification.rest.people;

import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Basis;
import io.bihuan.notification.people.Incumbent;
import io.bihuan.notification.people.Post;
import io.bihuan.notification.rest.Discretion;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who would be told for a post on a day. */
@Schema(
        name = "PostHolder",
        description = "Who would be told for a post on a day, and why it is this person",
        examples = {"""
                {"role": "SUPERVISOR", "unit": null, "districtCode": "630102001", "day": "2026-05-01", "heldAt": "630102",
                 "contactId": "0199f3a0-5b7c-7d11-9a3e-0000000000c2", "name": "值班员", "phone": "13900000002",
                 "language": "zh", "basis": "ON_DUTY", "insteadOf": "专班联络员"}""", """
                {"role": "UNIT_HEAD", "unit": "DW-000128", "districtCode": null, "day": "2026-05-01", "heldAt": null,
                 "contactId": null, "name": null, "phone": null, "language": null, "basis": null, "insteadOf": null}"""})
public record HolderView(
        Role role,

        @Schema(nullable = true) @Nullable String unit,

        @Schema(nullable = true) @Nullable String districtCode,

        @Schema(description = "Local") LocalDate day,

        @Schema(
                description = "The district at which the post is held: the one asked for or one above it",
                nullable = true)
        @Nullable
        String heldAt,

        @Schema(description = "Who it is in the register; null: nobody holds the post", nullable = true) @Nullable
        UUID contactId,

        @Schema(nullable = true) @Nullable String name,

        @Schema(
                description = "E.164, or the mainland's 11 digits; inspectors see how it begins and ends",
                nullable = true)
        @Nullable
        String phone,

        @Schema(description = "zh or en: in which the person is written to", nullable = true) @Nullable
        String language,

        @Schema(
                description = "ON_DUTY by the roster; HOLDER, the first on file; DEPUTY stands in for insteadOf, who is"
                        + " away; NOBODY_THERE: all are away, and the holder is told",
                nullable = true)
        @Nullable
        Basis basis,

        @Schema(description = "The holder, in whose place this person is told", nullable = true) @Nullable
        String insteadOf) {

    static HolderView nobody(Post post, LocalDate day) {
        return new HolderView(
                post.role(), post.unit(), post.districtCode(), day, null, null, null, null, null, null, null);
    }

    static HolderView of(Post post, LocalDate day, Incumbent incumbent, Discretion discretion) {
        var holder = incumbent.holder();
        return new HolderView(
                post.role(),
                post.unit(),
                post.districtCode(),
                day,
                incumbent.post().districtCode(),
                incumbent.contactId(),
                holder.name(),
                discretion.phone(holder.phone()),
                holder.language().toLanguageTag(),
                incumbent.basis(),
                incumbent.insteadOf());
    }
}
