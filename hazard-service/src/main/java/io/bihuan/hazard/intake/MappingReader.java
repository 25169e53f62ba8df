package io.bihuan.hazard.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.bihuan.hazard.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads a mapping from JSON or YAML, and says what is wrong with it, where, in the mapping's own words. */
final class MappingReader {
    private static final ObjectMapper JSON = strict(JsonMapper.builder());
    private static final ObjectMapper YAML =
            strict(YAMLMapper.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS));

    private MappingReader() {}

    private static ObjectMapper strict(MapperBuilder<?, ?> mapper) {
        return mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** @throws Refusal where the text is no mapping */
    static Mapping read(String text) {
        try {
            Mapping mapping = (text.stripLeading().startsWith("{") ? JSON : YAML).readValue(text, Mapping.class);
            if (mapping == null) {
                throw new Refusal("mapping", "field.required");
            }
            Rules.check(mapping);
            return mapping;
        } catch (UnrecognizedPropertyException unknown) {
            throw new Refusal(path(unknown), "import.mapping.unknownKey", unknown.getPropertyName(), known(unknown));
        } catch (InvalidDefinitionException bug) {
            throw new IllegalStateException("the mapping's own records cannot be read", bug);
        } catch (InvalidFormatException word) {
            throw word.getTargetType() == Deed.class
                    ? new Refusal(path(word), "oneOf", word.getValue(), deeds())
                    : form(word);
        } catch (JsonMappingException misfit) {
            throw form(misfit);
        } catch (JsonProcessingException broken) {
            JsonLocation place = place(broken);
            throw new Refusal(
                    "mapping",
                    "import.mapping.unparsable",
                    place.getLineNr(),
                    place.getColumnNr(),
                    broken.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static Refusal form(JsonMappingException misfit) {
        JsonLocation place = place(misfit);
        return new Refusal(path(misfit), "import.mapping.form", place.getLineNr(), place.getColumnNr());
    }

    private static JsonLocation place(JsonProcessingException broken) {
        return broken.getLocation() == null ? JsonLocation.NA : broken.getLocation();
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String deeds() {
        return Arrays.stream(Deed.values()).map(Deed::word).collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException misfit) {
        StringBuilder path = new StringBuilder("mapping");
        for (JsonMappingException.Reference reference : misfit.getPath()) {
            path.append(
                    reference.getFieldName() == null
                            ? "[" + reference.getIndex() + "]"
                            : "." + reference.getFieldName());
        }
        return path.toString();
    }
}
