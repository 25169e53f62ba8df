package io.bihuan.hazard.intake;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.SheetFile;
import io.bihuan.hazard.sheets.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small ledgers and mappings to try the language with. */
final class Ledgers {
    static final Instant NOW = Instant.parse("2026-05-20T04:00:00Z");

    /** A ledger as an office keeps it: a date per step, Chinese headings. */
    static final String BY_DATES = """
            ledger: 城东台账
            dates: {patterns: [yyyy-MM-dd HH:mm, yyyy-MM-dd], zone: Asia/Shanghai}
            found:
              at: 发现时间
              externalNumber: 编号
              districtCode: {value: "630102"}
              grade: {column: 等级, codes: {较大: SERIOUS, 一般: GENERAL}, default: GENERAL}
              category: {value: COMMERCIAL_USE}
              source: {value: SELF_CHECK}
              description: 问题
              unit: {name: 单位}
            life: [assigned, rectified, closed]
            steps:
              assigned:
                at: 交办时间
                dueAt: 期限
                responsible: {name: 责任人, phone: 电话}
                funds: 资金
              rectified: {at: 整改时间, description: {column: 整改情况, default: 已整改}}
              closed: {at: 销号时间, opinion: {value: 复查合格}}
            """;

    static final String HEADER = "编号,发现时间,等级,问题,单位,交办时间,期限,责任人,电话,资金,整改时间,整改情况,销号时间";

    /** A row under {@link #HEADER} with its whole life behind it. */
    static final String ROW =
            "1,2026-05-03 10:15,较大,未装报警器,某餐馆,2026-05-04,2026-05-10,餐馆负责人,139 0000 0000,3200.5,2026-05-08,已安装,2026-05-09";

    private Ledgers() {}

    static SheetFile bytes(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> rows(String mapping, SheetFile file) {
        try (Table ledger = Ledger.open(file, MappingReader.read(mapping))) {
            List<Row> rows = new ArrayList<>();
            for (Row row = ledger.next(); row != null; row = ledger.next()) {
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<PastLife> lives(String mapping, SheetFile file) {
        LifeReader reader = new LifeReader(MappingReader.read(mapping));
        return rows(mapping, file).stream().map(row -> reader.read(row, NOW)).toList();
    }

    /** Reads one row under {@link #BY_DATES}. */
    static PastLife life(String row) {
        return life(BY_DATES, row);
    }

    static PastLife life(String mapping, String row) {
        return lives(mapping, bytes(HEADER + "\n" + row + "\n")).get(0);
    }

    /** What is wrong, as {@code field reason arguments}. */
    static List<String> faults(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        return Objects.requireNonNull(refusal, "nothing was refused").violations().stream()
                .map(violation -> (violation.field() + " " + violation.reason() + " "
                                + String.join(
                                        " | ",
                                        violation.arguments().stream()
                                                .map(String::valueOf)
                                                .toList()))
                        .strip())
                .toList();
    }
}
