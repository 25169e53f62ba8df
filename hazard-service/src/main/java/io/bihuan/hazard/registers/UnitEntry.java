package io.bihuan.hazard.registers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand on file of a responsible unit 责任单位, in a request as in a row of a sheet.
 *
 * @param code the office's own code; without one, the Unified Social Credit Code is the code
 * @param uscc its Unified Social Credit Code 统一社会信用代码
 * @param active false once it is closed; it stays on file
 */
@Schema(name = "UnitEntry", description = "What is to stand on file of a responsible unit 责任单位", examples = """
                {"code": "DW-000128", "name": "城东区某餐饮有限公司", "kind": "RESTAURANT", "uscc": "91630102MA75200018",
                 "districtCode": "630102", "address": "城东区某路 1 号", "active": true,
                 "contacts": [{"name": "安全负责人", "post": "店长", "phone": "13900000000"}]}""")
public record UnitEntry(
        @Schema(description = "The office's own code; without one, the uscc is the code") @Size(max = 64) @Nullable
        String code,

        @NotBlank @Size(max = 200) @OneLine String name,
        @NotNull UnitKind kind,

        @CreditCode @Schema(description = "统一社会信用代码, GB 32100-2015") @Nullable
        String uscc,

        @NotBlank @Size(max = 12) @Schema(description = "A district on file")
        String districtCode,

        @Size(max = 300) @OneLine @Nullable String address,

        @Schema(description = "The one to call first comes first") @Size(max = Contact.MOST)
        List<@NotNull @Valid Contact> contacts,

        @Schema(description = "Units are closed, never deleted", defaultValue = "true")
        Boolean active)
        implements Entry {

    public UnitEntry {
        code = Texts.emptyToNull(code);
        name = Texts.stripped(name);
        uscc = Texts.emptyToNull(uscc);
        districtCode = Texts.stripped(districtCode);
        address = Texts.emptyToNull(address);
        contacts = contacts == null ? List.of() : contacts;
        active = active == null || active;
    }

    @Override
    public @Nullable String ownCode() {
        return code == null ? uscc : code;
    }
}
