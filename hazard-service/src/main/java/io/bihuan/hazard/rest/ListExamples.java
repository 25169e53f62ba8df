package io.bihuan.hazard.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Gives a list without an example of its own that of its items. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ListExamples implements OASFilter {

    private static final String ITEMS = "items";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        schemas.values().forEach(list -> {
            Object item = list.getExamples() == null ? itemOf(list, schemas) : null;
            if (item != null) {
                list.addExample(Map.of(ITEMS, List.of(item)));
            }
        });
    }

    private static @Nullable Object itemOf(Schema list, Map<String, Schema> schemas) {
        Schema items =
                list.getProperties() == null ? null : list.getProperties().get(ITEMS);
        if (items == null || items.getItems() == null || items.getItems().getRef() == null) {
            return null;
        }
        String name = items.getItems().getRef().substring("#/components/schemas/".length());
        Schema item = schemas.get(name);
        return item == null || item.getExamples() == null
                ? null
                : item.getExamples().get(0);
    }
}
