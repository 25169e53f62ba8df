package io.bihuan.notification.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Answers who holds which post. */
public interface Directory {

    /**
     * Who is told on a day, of each of these posts. A post that nobody holds is missing from the answer.
     *
     * @param posts any number; asked in few queries
     * @param day local date
     */
    Map<Post, Holder> holders(Collection<Post> posts, LocalDate day);
}
