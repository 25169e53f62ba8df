package io.bihuan.notification.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Headers as they are kept: JSON, which has a way to write every character of a name, and the bytes in Base64. */
@Converter
class Headers implements AttributeConverter<List<Arrival.Header>, String> {

    /** Its own, so that what REST asks of the shared one never changes what is on file. */
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(List<Arrival.Header> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and bytes are always JSON", e);
        }
    }

    @Override
    public List<Arrival.Header> convertToEntityAttribute(String kept) {
        try {
            return JSON.readValue(kept, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is on file was written here", e);
        }
    }
}
