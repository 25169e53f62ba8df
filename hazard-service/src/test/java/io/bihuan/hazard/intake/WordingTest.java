package io.bihuan.hazard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Pattern REASON = Pattern.compile("\"((?:import|sheet)\\.[a-zA-Z.]+)\"");

    @Test
    void everyReasonIsPutIntoWordsInBothLanguages() throws IOException {
        Set<String> reasons = reasons();
        assertThat(reasons).hasSizeGreaterThan(30);
        assertThat(words("messages.properties").keySet()).containsAll(reasons);
        assertThat(words("messages_en.properties").keySet()).containsAll(reasons);
    }

    private static Set<String> reasons() throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (String room : List.of("intake", "sheets")) {
            try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/bihuan/hazard", room))) {
                for (Path source : sources.toList()) {
                    REASON.matcher(Files.readString(source)).results().forEach(reason -> reasons.add(reason.group(1)));
                }
            }
        }
        return reasons;
    }

    private static Properties words(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WordingTest.class.getResourceAsStream("/" + name))) {
            Properties words = new Properties();
            words.load(in);
            return words;
        }
    }
}
