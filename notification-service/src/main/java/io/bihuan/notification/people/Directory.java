package io.bihuan.notification.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.bihuan.notification.people.Candidate.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** Answers who holds which post. */
@ApplicationScoped
public class Directory {

    /** One round trip, however many posts are asked for. */
    private static final String CANDIDATES = """
            select c.*, exists (select from absence a
                where a.contact_id = c.id and :day between a.first_day and a.last_day) as away
            from (
                select s.post_key, s.role, true as on_duty, 0 as place, on_file.id, name, phone, language
                from shift s join contact on_file on on_file.id = s.contact_id
                where s.post_key = any (:keys) and :day between s.first_day and s.last_day and active
                union all
                select post_key, role, false as on_duty, place, id, name, phone, language
                from contact where post_key = any (:keys) and active) c
            order by on_duty desc, place, id""";

    private final Session database;

    Directory(Session database) {
        this.database = database;
    }

    /**
     * Who is told on a day, of each of these posts. A post that nobody holds is missing from the answer.
     *
     * @param posts any number; asked in one query
     * @param day local date
     */
    @Transactional
    public Map<Post, Holder> holders(Collection<Post> posts, LocalDate day) {
        return incumbents(posts, day).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().holder()));
    }

    /** The same, with the reasons. */
    @Transactional
    public Map<Post, Incumbent> incumbents(Collection<Post> posts, LocalDate day) {
        var candidates = candidates(posts, day);
        var incumbents = new HashMap<Post, Incumbent>();
        for (var post : Set.copyOf(posts)) {
            post.heldAt().stream()
                    .filter(place -> candidates.containsKey(Seat.of(place)))
                    .findFirst()
                    .ifPresent(place -> incumbents.put(
                            post, Candidate.choose(place, candidates.getOrDefault(Seat.of(place), List.of()))));
        }
        return incumbents;
    }

    private Map<Seat, List<Candidate>> candidates(Collection<Post> posts, LocalDate day) {
        var keys = posts.stream()
                .flatMap(post -> post.heldAt().stream())
                .map(Post::key)
                .distinct()
                .toArray(String[]::new);
        if (keys.length == 0) {
            return Map.of();
        }
        return database.createNativeQuery(CANDIDATES, Tuple.class)
                .setParameter("keys", keys)
                .setParameter("day", day)
                .getResultStream()
                .map(Candidate::read)
                .collect(groupingBy(Candidate::seat));
    }
}
