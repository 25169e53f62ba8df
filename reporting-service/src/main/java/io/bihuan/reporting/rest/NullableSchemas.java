package io.bihuan.reporting.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Lets the schemas say of each component that is {@code @Nullable} in Java that it may be null. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class NullableSchemas implements OASFilter {

    private static final DotName DESCRIBED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);

    private final IndexView index;

    /** @param index this service's classes */
    public NullableSchemas(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, List<ClassInfo>> records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(NullableSchemas::name));
        api.getComponents().getSchemas().forEach((name, schema) -> records.getOrDefault(name, List.of()).stream()
                .filter(type -> components(type)
                        .allMatch(component -> properties(schema).containsKey(component.name())))
                .findFirst()
                .ifPresent(type -> apply(type, schema)));
    }

    private void apply(ClassInfo type, Schema schema) {
        Set<String> nullable = components(type)
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
        properties(schema).forEach((name, value) -> {
            if (nullable.contains(name)) {
                schema.addProperty(name, orNull(value));
            }
        });
    }

    /** A record's components, those of its unwrapped ones in their place; Jackson's annotation is on the field only. */
    private Stream<RecordComponentInfo> components(ClassInfo type) {
        return type.recordComponents().stream().flatMap(component -> {
            ClassInfo unwrapped = type.field(component.name()).hasAnnotation(UNWRAPPED)
                    ? index.getClassByName(component.type().name())
                    : null;
            return unwrapped == null ? Stream.of(component) : components(unwrapped);
        });
    }

    private static Schema orNull(Schema value) {
        if (value.getRef() != null) {
            return createSchema()
                    .description(value.getDescription())
                    .addAnyOf(createSchema().ref(value.getRef()))
                    .addAnyOf(createSchema().addType(SchemaType.NULL));
        }
        return value.getType() == null || value.getType().contains(SchemaType.NULL)
                ? value
                : value.addType(SchemaType.NULL);
    }

    /** As the document calls it. */
    private static String name(ClassInfo type) {
        AnnotationInstance described = type.declaredAnnotation(DESCRIBED);
        return described == null || described.value("name") == null
                ? type.simpleName()
                : described.value("name").asString();
    }

    private static Map<String, Schema> properties(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        return properties == null ? Map.of() : Map.copyOf(properties);
    }
}
