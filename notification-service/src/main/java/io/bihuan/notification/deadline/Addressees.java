package io.bihuan.notification.deadline;

import static java.util.stream.Collectors.toSet;

import io.bihuan.notification.delivery.Notice;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.ladder.Rung;
import io.bihuan.notification.people.Directory;
import io.bihuan.notification.people.Districts;
import io.bihuan.notification.people.Holder;
import io.bihuan.notification.people.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who is told of a step, and what: looked up when the message is made and kept on it. */
@ApplicationScoped
class Addressees {

    /** A step that a hazard has come to. */
    record Step(Due due, Rung rung) {}

    /** A step with a notice to each person whom it tells, and one to nobody for each post that nobody holds. */
    record Addressed(Step step, List<Notice> notices) {}

    private final Directory directory;
    private final Districts districts;
    private final ReminderText text;
    private final ZoneId zone;

    Addressees(
            Directory directory,
            Districts districts,
            ReminderText text,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.directory = directory;
        this.districts = districts;
        this.text = text;
        this.zone = zone;
    }

    List<Addressed> of(List<Step> steps, Instant now) {
        var posts = new HashSet<Post>();
        for (var step : steps) {
            for (var role : step.rung().roles()) {
                if (named(step.due(), role) == null) {
                    posts.add(step.due().post(role));
                }
            }
        }
        var holders = directory.holders(posts, now.atZone(zone).toLocalDate());
        var names = districts.names(
                steps.stream().map(step -> step.due().districtCode()).collect(toSet()));
        return steps.stream()
                .map(step -> new Addressed(step, notices(step, holders, names, now)))
                .toList();
    }

    /** One person is told once, whatever posts they hold. */
    private List<Notice> notices(Step step, Map<Post, Holder> holders, Map<String, String> districtNames, Instant now) {
        var district = districtNames.get(step.due().districtCode());
        var notices = new ArrayList<Notice>();
        var phones = new HashSet<String>();
        for (var role : step.rung().roles()) {
            var post = step.due().post(role);
            var named = named(step.due(), role);
            var holder = named != null ? named : holders.get(post);
            if (holder == null || phones.add(holder.phone())) {
                notices.add(notice(step, role, place(post), district, holder, now));
            }
        }
        return notices;
    }

    /** The assignment itself names the responsible person; only without a phone there the unit's contact is told. */
    private static @Nullable Holder named(Due due, Role role) {
        return role == Role.RESPONSIBLE && due.phone() != null
                ? new Holder(due.responsible(), due.phone(), Locale.CHINESE)
                : null;
    }

    private static String place(Post post) {
        return String.valueOf(post.unit() == null ? post.districtCode() : post.unit());
    }

    private Notice notice(
            Step step, Role role, String place, @Nullable String district, @Nullable Holder holder, Instant now) {
        var due = step.due();
        var language = holder == null ? Locale.CHINESE : holder.language();
        return new Notice(
                due.id(),
                due.hazardId(),
                step.rung().template(),
                role,
                place,
                holder == null ? null : holder.name(),
                holder == null ? null : holder.phone(),
                language,
                text.of(step, district, holder == null ? null : holder.name(), language, now),
                text.line(due, district, language, now),
                due.priority(),
                due.grade() == Grade.MAJOR,
                due.usefulUntil());
    }
}
