package io.bihuan.stack.season;

import io.bihuan.stack.season.Registers.CheckItem;
import io.bihuan.stack.season.Registers.District;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What hazard-service puts on file of itself. */
final class ShippedRegisters {

    private static final Path FOLDER = Path.of("../hazard-service/src/main/resources/registers");

    private ShippedRegisters() {}

    static Registers read() {
        return new Registers(
                rows("districts-qinghai.csv")
                        .map(cells -> new District(cells[0], cells[1], cells[2].isEmpty() ? null : cells[2]))
                        .toList(),
                rows("check-items.csv")
                        .map(cells -> new CheckItem(
                                cells[0], cells[1], cells[2], cells[3], Grade.valueOf(cells[cells.length - 1])))
                        .toList(),
                new WorkingDays(rows("calendar-cn.csv")
                        .collect(Collectors.toMap(
                                cells -> LocalDate.parse(cells[0]), cells -> cells[2].equals("WORKDAY")))));
    }

    private static Stream<String[]> rows(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream().skip(1).map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
