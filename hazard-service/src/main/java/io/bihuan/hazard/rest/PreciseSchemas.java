package io.bihuan.hazard.rest;

import static java.util.Comparator.comparing;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Lets the schemas say what the records say in Java, so that a generated client has the same types: a component is
 * required, or it is {@code @Nullable} and may be null.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PreciseSchemas implements OASFilter {

    private static final DotName DESCRIBED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final Map<String, List<ClassInfo>> records;

    /** @param index this service's classes */
    public PreciseSchemas(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(PreciseSchemas::name));
    }

    /** What only a text has, and Bean Validation also says of numbers, means nothing there. */
    @Override
    public Schema filterSchema(Schema schema) {
        List<SchemaType> types = schema.getType();
        if (types != null && !types.contains(SchemaType.STRING)) {
            schema.setPattern(null);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> records.getOrDefault(name, List.of()).stream()
                .filter(type -> componentsOf(type).equals(propertiesOf(schema).keySet()))
                .max(comparing(PreciseSchemas::isNamed))
                .ifPresent(type -> apply(type, schema)));
    }

    private static void apply(ClassInfo type, Schema schema) {
        Set<String> nullable = type.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
        Set<String> required = new TreeSet<>(propertiesOf(schema).keySet());
        required.removeAll(nullable);
        schema.setRequired(List.copyOf(required));
        Map.copyOf(propertiesOf(schema)).forEach((name, value) -> {
            if (nullable.contains(name)) {
                schema.addProperty(name, orNull(value));
            }
        });
    }

    private static Schema orNull(Schema value) {
        if (value.getRef() != null) {
            return createSchema()
                    .description(value.getDescription())
                    .addAnyOf(createSchema().ref(value.getRef()))
                    .addAnyOf(createSchema().addType(SchemaType.NULL));
        }
        return value.getType() == null ? value : value.addType(SchemaType.NULL);
    }

    /** As the document calls it. */
    private static String name(ClassInfo type) {
        return isNamed(type) ? type.declaredAnnotation(DESCRIBED).value("name").asString() : type.simpleName();
    }

    /** Whether it has its name for the document alone; then it is meant, and no other record that has it in Java. */
    private static boolean isNamed(ClassInfo type) {
        AnnotationInstance described = type.declaredAnnotation(DESCRIBED);
        return described != null && described.value("name") != null;
    }

    private static Set<String> componentsOf(ClassInfo type) {
        return type.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static Map<String, Schema> propertiesOf(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        return properties == null ? Map.of() : properties;
    }
}
