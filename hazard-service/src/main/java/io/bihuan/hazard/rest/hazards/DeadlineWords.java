package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.deadline.Count;
import io.bihuan.hazard.deadline.Counting;
import io.bihuan.hazard.deadline.PolicyLine;
import io.bihuan.hazard.rest.Messages;
import io.bihuan.hazard.rest.hazards.DeadlineView.Day;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts a deadline into words, in the language that the client accepts. */
@ApplicationScoped
class DeadlineWords {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;
    private final ZoneId zone;

    DeadlineWords(Messages messages, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Each day with its holiday's name, or the word for a weekend. */
    List<Day> days(List<Count.Day> days) {
        return days.stream()
                .map(day ->
                        new Day(day.date(), day.holiday() == null ? messages.text("deadline.weekend") : day.holiday()))
                .toList();
    }

    List<String> notAssigned() {
        return List.of(messages.text("deadline.none"));
    }

    List<String> sentences(Explanation explanation) {
        List<String> sentences = new ArrayList<>();
        Explanation.Dated dated = explanation.dated();
        if (dated == null) {
            sentences.add(messages.text("deadline.byPerson", moment(explanation.originalDueAt())));
        } else {
            addPolicy(sentences, dated.policyVersion(), dated.basis().line(), explanation);
            addCount(sentences, dated.basis().count(), explanation);
        }
        for (Extension extension : explanation.extensions()) {
            sentences.add(
                    messages.text("deadline.extension." + extension.state(), extension.n(), moment(extension.until())));
        }
        if (!explanation.dueAt().equals(explanation.originalDueAt())) {
            sentences.add(messages.text("deadline.extended", moment(explanation.dueAt())));
        }
        sentences.add(messages.text("deadline.extensibleUntil", moment(explanation.extensibleUntil())));
        if (explanation.overdue()) {
            sentences.add(messages.text("deadline.overdue"));
        }
        return sentences;
    }

    private void addPolicy(List<String> sentences, int version, PolicyLine line, Explanation explanation) {
        sentences.add(messages.text("deadline.byPolicy", version, whatFor(line), howLong(line)));
        if (explanation.regradedAt() != null) {
            sentences.add(messages.text("deadline.regraded", moment(explanation.regradedAt())));
        }
        Instant from = explanation.from();
        String until = moment(explanation.originalDueAt());
        sentences.add(
                line.counting() == Counting.HOURS
                        ? messages.text("deadline.hours", moment(from), until)
                        : messages.text("deadline.days", from.atZone(zone).toLocalDate(), until));
    }

    private void addCount(List<String> sentences, @Nullable Count count, Explanation explanation) {
        if (count == null) {
            sentences.add(messages.text("deadline.notRecounted"));
            return;
        }
        addDays(sentences, "deadline.skipped", count.skipped());
        addDays(sentences, "deadline.madeUp", count.madeUp());
        if (!count.dueAt().equals(explanation.originalDueAt())) {
            sentences.add(messages.text("deadline.recounted", moment(count.dueAt())));
        }
    }

    private String whatFor(PolicyLine line) {
        String grade = messages.text("grade." + line.grade());
        return line.category() == null
                ? messages.text("deadline.ofGrade", grade)
                : messages.text("deadline.ofCategory", grade, messages.text("category." + line.category()));
    }

    private String howLong(PolicyLine line) {
        return messages.text("deadline.time." + line.counting(), line.amount());
    }

    private void addDays(List<String> sentences, String key, List<Count.Day> days) {
        if (!days.isEmpty()) {
            sentences.add(messages.text(key, days.size(), runs(days(days))));
        }
    }

    /** Days of one name that follow one another are named once. */
    private static List<String> runs(List<Day> days) {
        List<String> runs = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            boolean last = i == days.size() - 1
                    || !days.get(i + 1).date().equals(day.date().plusDays(1))
                    || !days.get(i + 1).name().equals(day.name());
            if (last) {
                LocalDate start = days.get(first).date();
                runs.add((first == i ? "" : start + "～") + day.date() + " " + day.name());
                first = i + 1;
            }
        }
        return runs;
    }

    /** Local time; a midnight is the 24:00 of the day that it ends. */
    private String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1) + " 24:00"
                : MINUTES.format(local);
    }
}
