package io.bihuan.hazard.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() throws IOException {
        Properties chinese = load("messages.properties");
        Properties english = load("messages_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        chinese.stringPropertyNames().forEach(key -> assertThat(places(english.getProperty(key)))
                .as(key)
                .isEqualTo(places(chinese.getProperty(key))));
    }

    @Test
    void noTextHasAnApostropheThatMessageFormatWouldSwallow() throws IOException {
        assertThat(load("messages_en.properties").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private static Properties load(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getClassLoader().getResourceAsStream(name)),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
