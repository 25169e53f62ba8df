package io.bihuan.stack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who can sign in on this machine: one of each role of the glossary's section 1, and a second one where two are needed. */
public enum DemoPerson {
    OFFICE("省专班办公室", "Provincial office", "OFFICE", "63", null),
    SUPERVISOR("省专班监管员甲", "Provincial supervisor A", "SUPERVISOR", "63", null),
    SUPERVISOR2("省专班监管员乙", "Provincial supervisor B", "SUPERVISOR", "63", null),
    SUPERVISOR_6301("西宁市监管员", "Supervisor of Xining", "SUPERVISOR", "6301", null),
    INSPECTOR("检查员甲", "Inspector A", "INSPECTOR", "63", null),
    INSPECTOR2("检查员乙", "Inspector B", "INSPECTOR", "63", null),
    UNIT("餐馆负责人", "Head of a restaurant", "UNIT", null, "92630102MA7520XX1P"),
    UNIT2("供热公司负责人", "Head of a heating company", "UNIT", null, "91630203MA7520XX2H"),
    INTAKE("12345 话务员", "Hotline operator", "INTAKE", "63", null),
    ADMIN("系统管理员", "Administrator", "ADMIN", null, null);

    private final String fullName;
    private final String englishName;
    private final String role;
    private final @Nullable String district;
    private final @Nullable String unit;

    DemoPerson(String fullName, String englishName, String role, @Nullable String district, @Nullable String unit) {
        this.fullName = fullName;
        this.englishName = englishName;
        this.role = role;
        this.district = district;
        this.unit = unit;
    }

    /** @return what the person signs in as, such as {@code supervisor-6301} */
    public String login() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the name as tokens bear it and records have it */
    public String fullName() {
        return fullName;
    }

    /** @return what the person is called where English is read */
    public String englishName() {
        return englishName;
    }

    /** @return the code of the unit that the person belongs to, empty for those of none */
    public String unit() {
        return unit == null ? "" : unit;
    }

    /** @return what the person is, such as {@code SUPERVISOR} */
    public String role() {
        return role;
    }

    /** @return whoever signs in as this */
    public static Optional<DemoPerson> called(String login) {
        return Arrays.stream(values())
                .filter(person -> person.login().equals(login))
                .findFirst();
    }

    /** @return the names that people sign in as, joined by commas */
    public static String logins() {
        return Arrays.stream(values()).map(DemoPerson::login).collect(Collectors.joining(", "));
    }

    /** @return what a token says of the person beside who it is */
    Map<String, Object> claims() {
        var claims = new HashMap<String, Object>(Map.of("name", fullName, "roles", List.of(role)));
        if (district != null) {
            claims.put("districts", List.of(district));
        }
        if (unit != null) {
            claims.put("unit", unit);
        }
        return claims;
    }
}
