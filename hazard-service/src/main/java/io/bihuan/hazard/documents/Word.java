package io.bihuan.hazard.documents;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import io.bihuan.hazard.documents.Templates.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Documents as Word files, each written into its template. */
@ApplicationScoped
public class Word {

    /** What a template asks for and no document has stays as it stands, so that whoever wrote it sees the mistake. */
    private static final Configure SETTINGS = Configure.builder()
            .setValidErrorHandler(new Configure.DiscardHandler())
            .build();

    private final Templates templates;

    Word(Templates templates) {
        this.templates = templates;
    }

    public void write(Paper paper, OutputStream out) {
        Source source = templates.of(paper.kind());
        try (InputStream in = source.open();
                XWPFTemplate template = XWPFTemplate.compile(in, SETTINGS)) {
            template.render(paper.fields()).write(out);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(paper.kind().title() + " cannot be written into " + source, e);
        }
    }
}
