package io.bihuan.reporting.rest;

import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.Refusal.Violation;
import io.bihuan.reporting.briefing.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in the sections of a briefing: anything that can be printed. */
final class Words {

    private static final int LONGEST = 4000;

    /** Nothing that neither a database nor a Word file can hold; a text may have lines. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n\\r\\t]]");

    private Words() {}

    /** @throws Refusal if something is wrong with a section */
    static Text checked(Text text) {
        List<Violation> wrongs = wrongs("", text);
        if (!wrongs.isEmpty()) {
            throw new Refusal(wrongs);
        }
        return text;
    }

    /** @param where the sections stand, as a prefix */
    static List<Violation> wrongs(String where, Text text) {
        Map<String, @Nullable String> sections = new LinkedHashMap<>();
        sections.put("overview", text.overview());
        sections.put("comparison", text.comparison());
        sections.put("overdue", text.overdue());
        sections.put("closing", text.closing());
        List<Violation> wrongs = new ArrayList<>();
        sections.forEach((section, words) -> {
            if (words == null) {
                return;
            }
            if (words.isBlank()) {
                wrongs.add(new Violation(where + section, "field.blank"));
            } else if (words.length() > LONGEST) {
                wrongs.add(new Violation(where + section, "field.long", LONGEST));
            } else if (UNPRINTABLE.matcher(words).find()) {
                wrongs.add(new Violation(where + section, "field.control"));
            }
        });
        return wrongs;
    }
}
