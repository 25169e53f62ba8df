package io.bihuan.reporting.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contenders in order.
 *
 * @param ranked how many have a place
 * @param enough whether those are enough for somebody to be among the last
 * @param items by place, then by code; those without a place come after all that have one
 */
public record Ranking(int ranked, boolean enough, List<Item> items) {

    /**
     * A contender and its place.
     *
     * @param place how many are better, and one; who has the same score shares it. Null without a score
     * @param last among the last: fewer than three (or what the rules say) are worse, it has lost points, and enough are ranked
     */
    public record Item(Contender contender, @Nullable Integer place, boolean last) {}

    private static final Comparator<Contender> ORDER = Comparator.comparing(
                    Contender::score, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(Contender::code);

    static Ranking of(Collection<Contender> contenders, Rules rules) {
        List<Contender> ordered = contenders.stream().sorted(ORDER).toList();
        int ranked = (int) ordered.stream().filter(each -> each.score() != null).count();
        boolean enough = ranked >= rules.leastRanked();
        List<Item> items = new ArrayList<>();
        int i = 0;
        while (i < ranked) {
            BigDecimal score = ordered.get(i).score();
            int after = i;
            while (after < ranked && same(score, ordered.get(after).score())) {
                after++;
            }
            boolean last = enough && ranked - after < rules.last() && !same(score, Contender.FULL);
            for (Contender equal : ordered.subList(i, after)) {
                items.add(new Item(equal, i + 1, last));
            }
            i = after;
        }
        ordered.subList(ranked, ordered.size()).forEach(each -> items.add(new Item(each, null, false)));
        return new Ranking(ranked, enough, items);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }
}
