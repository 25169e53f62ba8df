package io.bihuan.stack.season;

import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.UnexpectedException;
import java.util.List;
import java.util.Map;

/** Who is told in each prefecture when a deadline is missed; entered once, however often a season is loaded. */
final class Contacts {

    private static final String PATH = "/api/notifications/contacts";

    /** What those who hold a district's posts are called; each is told by a phone of its own. */
    private static final List<Map.Entry<String, String>> POSTS =
            List.of(Map.entry("SUPERVISOR", "专班联络员"), Map.entry("LEADER", "分管领导"), Map.entry("OFFICE", "专班办公室值班员"));

    private static final long FIRST_PHONE = 13900000010L;

    private final Api notifications;

    Contacts(Api notifications) {
        this.notifications = notifications;
    }

    void enter(Places places) {
        var prefectures = places.sites().stream()
                .map(site -> site.county().prefecture())
                .distinct()
                .sorted()
                .toList();
        long phone = FIRST_PHONE;
        for (var prefecture : prefectures) {
            for (var post : POSTS) {
                enter(prefecture, post.getKey(), Simulated.labelled(post.getValue()), "" + phone++);
            }
        }
    }

    private void enter(String district, String role, String name, String phone) {
        var known = notifications.get(PATH + "?role=" + role + "&q=" + phone);
        if (known.status() != 200) {
            throw new UnexpectedException("GET " + PATH, "200 OK", known.toString());
        }
        if (known.body().path("items").isEmpty()) {
            var added = notifications.post(
                    PATH, Map.of("role", role, "districtCode", district, "name", name, "phone", phone));
            if (added.status() != 201) {
                throw new UnexpectedException("POST " + PATH, "201 Created", added.toString());
            }
        }
    }
}
