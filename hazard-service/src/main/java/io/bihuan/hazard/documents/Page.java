package io.bihuan.hazard.documents;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;

/** Documents as pages to be printed from a browser, A4. */
@ApplicationScoped
public class Page {

    private final Engine engine;

    Page(Engine engine) {
        this.engine = engine;
    }

    /** HTML; every text of the document is escaped. */
    public String of(Paper paper) {
        return engine.getTemplate("documents/" + paper.kind().template() + ".html")
                .data("title", paper.name())
                .data("heading", paper.kind().title())
                .data("fields", paper.fields())
                .render();
    }
}
