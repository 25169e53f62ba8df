package io.bihuan.stack.season;

import io.bihuan.stack.season.Registers.District;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A county 区（县） as the simulation knows it: {@code season/counties.csv}, which tells who is busy and who is slow.
 *
 * @param name short enough to be part of others
 * @param share of a thousand hazards, so many are found here
 * @param onTime how likely what is assigned here is rectified by its deadline
 * @param struckOff how likely what is rectified here is closed within days
 * @param streets the codes of its streets and towns, or its own where none is on file
 */
record County(
        String code,
        String name,
        double share,
        double onTime,
        double struckOff,
        double lat,
        double lon,
        List<String> streets) {

    private static final String FILE = "/season/counties.csv";

    /* Whose prefecture a code is. */
    private static final int PREFECTURE = 4;

    String prefecture() {
        return code.substring(0, PREFECTURE);
    }

    /** Those of the file that are on file. */
    static List<County> of(List<District> districts) {
        var byCode = districts.stream().collect(Collectors.toMap(District::code, Function.identity()));
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(County.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            return file.lines()
                    .skip(1)
                    .map(line -> read(line.split(",", -1), byCode))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<County> read(String[] cells, Map<String, District> districts) {
        var onFile = districts.get(cells[0]);
        if (onFile == null) {
            return Optional.empty();
        }
        var streets = districts.values().stream()
                .filter(district -> onFile.code().equals(district.parent()))
                .map(District::code)
                .sorted()
                .toList();
        return Optional.of(new County(
                onFile.code(),
                shortened(onFile.name()),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]) / 100,
                Double.parseDouble(cells[3]) / 100,
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                streets.isEmpty() ? List.of(onFile.code()) : streets));
    }

    /** 大通回族土族自治县 is 大通县 to everybody. */
    private static String shortened(String name) {
        return name.replaceFirst("(回族土族|土族|回族|撒拉族|蒙古族)自治县$", "县").replaceFirst("行政委员会$", "");
    }
}
