package io.bihuan.notification.duty;

import static java.util.stream.Collectors.joining;

import io.bihuan.notification.ladder.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;

/** Roles as they are kept: separated by commas. */
@Converter
class Roles implements AttributeConverter<List<Role>, String> {

    @Override
    public String convertToDatabaseColumn(List<Role> roles) {
        return roles.stream().map(Role::name).collect(joining(","));
    }

    @Override
    public List<Role> convertToEntityAttribute(String kept) {
        return Arrays.stream(kept.split(",")).map(Role::valueOf).toList();
    }
}
