package io.bihuan.reporting.briefing;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import io.bihuan.reporting.briefing.Templates.Source;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.tables.Column;
import io.bihuan.reporting.tables.Kind;
import io.bihuan.reporting.tables.Labels;
import io.bihuan.reporting.tables.Measures;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes a briefing into its Word template. A placeholder has the name that the JSON has for what it stands for
 * ({@code docs/briefings.md}).
 */
@ApplicationScoped
class Word {

    private static final String ITEMS = "items";
    private static final String MEASURES = "measures";
    private static final String OVERDUE = "overdueDistricts";

    private final Templates templates;
    private final ZoneId zone;

    Word(Templates templates, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.templates = templates;
        this.zone = zone;
    }

    /** @throws BrokenTemplate if an office's own template can't be used */
    byte[] write(Paper paper) {
        Source source = templates.of(paper.language());
        // What a template asks for and no briefing has stays as it stands, so that whoever wrote it sees the mistake.
        Configure settings = Configure.builder()
                .setValidErrorHandler(new Configure.DiscardHandler())
                .bind(ITEMS, new LoopRowTableRenderPolicy())
                .bind(MEASURES, new LoopRowTableRenderPolicy())
                .bind(OVERDUE, new LoopRowTableRenderPolicy())
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = source.open();
                XWPFTemplate template = XWPFTemplate.compile(in, settings)) {
            template.render(fields(paper)).write(out);
        } catch (IOException | RuntimeException e) {
            throw new BrokenTemplate(source.toString(), e);
        }
        return out.toByteArray();
    }

    private Map<String, Object> fields(Paper paper) {
        Wording wording = new Wording(paper.language(), zone);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", Objects.requireNonNullElse(paper.number(), Labels.NOTHING));
        fields.put("printedNumber", paper.printedNumber());
        fields.put("title", plain(paper.title()));
        fields.put("district", district(paper.districtCode(), paper.districtName()));
        fields.put("period", period(paper.period(), wording));
        fields.put("from", day(paper.from(), wording));
        fields.put("to", day(paper.to().minusDays(1), wording));
        fields.put("asOf", wording.moment(paper.asOf().toInstant()));
        fields.put("issuedOn", day(Objects.requireNonNullElse(paper.issuedAt(), paper.asOf()), wording));
        fields.put("overview", plain(paper.text().overview()));
        fields.put("comparison", plain(paper.text().comparison()));
        fields.put("overdue", plain(paper.text().overdue()));
        fields.put("closing", plain(paper.text().closing()));
        fields.put("previousPeriod", period(paper.previous().period(), wording));
        fields.put("yearBeforePeriod", period(paper.yearBefore().period(), wording));
        fields.put("total", figures(paper.total()));
        fields.put(ITEMS, paper.items().stream().map(Word::item).toList());
        fields.put(MEASURES, measures(paper));
        fields.put(OVERDUE, paper.overdue().stream().map(Word::overdue).toList());
        return fields;
    }

    private static Map<String, String> item(Paper.Item item) {
        Map<String, String> row = figures(item.figures());
        row.put("district", district(item.districtCode(), item.name()));
        return row;
    }

    private static Map<String, String> overdue(Paper.Overdue overdue) {
        return Map.of(
                "district", district(overdue.districtCode(), overdue.name()),
                "open", Long.toString(overdue.open()),
                "overdueNow", Long.toString(overdue.overdueNow()));
    }

    /** One row per measure: this period, the one before, the year before. */
    private static List<Map<String, String>> measures(Paper paper) {
        Labels labels = new Labels(paper.language().locale());
        Map<String, String> now = figures(paper.total());
        Map<String, String> previous = figures(paper.previous().total());
        Map<String, String> yearBefore = figures(paper.yearBefore().total());
        List<Map<String, String>> rows = new ArrayList<>();
        now.forEach((measure, value) -> rows.add(Map.of(
                "measure", labels.column(measure),
                "now", value,
                "previous", Objects.requireNonNull(previous.get(measure)),
                "yearBefore", Objects.requireNonNull(yearBefore.get(measure)))));
        return rows;
    }

    private static Map<String, String> figures(Figures figures) {
        List<@Nullable Object> cells = Measures.cells(figures);
        Map<String, String> written = new LinkedHashMap<>();
        for (int measure = 0; measure < cells.size(); measure++) {
            Column column = Measures.COLUMNS.get(measure);
            written.put(column.name(), written(column, cells.get(measure)));
        }
        return written;
    }

    private static String written(Column column, @Nullable Object value) {
        if (value == null) {
            return Labels.NOTHING;
        }
        BigDecimal figure = (BigDecimal) value;
        return column.kind() == Kind.RATE ? Wording.rate(figure) : figure.toPlainString();
    }

    private static String district(String code, @Nullable String name) {
        return plain(name == null || name.isBlank() ? code : name);
    }

    private static String period(String name, Wording wording) {
        return wording.period(Periods.named(name));
    }

    private static String day(OffsetDateTime at, Wording wording) {
        return wording.day(at.toInstant());
    }

    /** A text as it was written, without what no XML document can hold (XML 1.0, 2.2). */
    private static String plain(@Nullable String text) {
        StringBuilder plain = new StringBuilder();
        Objects.requireNonNullElse(text, Labels.NOTHING)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Word::isXml)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
