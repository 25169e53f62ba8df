package io.bihuan.hazard.registers;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact 联系人 of a unit or a site. Personal data: it never leaves with an event.
 *
 * @param name what to call the person
 * @param post what the person does there 职务
 * @param phone E.164 or the mainland's 11 digits, if known
 */
@Embeddable
@Schema(name = "Contact", description = "A contact 联系人 of a unit or site")
public record Contact(
        @NotBlank @Size(max = 100) @OneLine String name,
        @Size(max = 100) @OneLine @Nullable String post,

        @Pattern(regexp = "\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}", message = "{phone}")
        @Schema(description = "E.164, or the mainland's 11 digits")
        @Nullable
        String phone) {

    /** So many are kept of each; the sheets have columns for them. */
    public static final int MOST = 3;

    public Contact {
        name = Texts.stripped(name);
        post = Texts.emptyToNull(post);
        phone = Texts.emptyToNull(phone);
    }
}
