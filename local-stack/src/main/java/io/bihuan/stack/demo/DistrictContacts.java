package io.bihuan.stack.demo;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.UnexpectedException;
import java.util.List;
import java.util.Map;

/** Who is told when a deadline in Xining's Chengdong district is missed; entered once, however often the demo runs. */
final class DistrictContacts {

    private static final String CONTACTS = "/api/notifications/contacts";

    private static final List<Map<String, String>> PEOPLE = List.of(
            person("UNIT_HEAD", "unit", DemoPerson.UNIT.unit(), "餐馆经理", "13900000001"),
            person("SUPERVISOR", "districtCode", "630102", "区专班联络员", "13900000002"),
            person("LEADER", "districtCode", "630102", "区分管领导", "13900000003"),
            person("OFFICE", "districtCode", "6301", "市专班办公室值班员", "13900000004"));

    private final Api notifications;
    private final Page page;

    DistrictContacts(Api notifications, Page page) {
        this.notifications = notifications;
        this.page = page;
    }

    void enter() {
        page.heading("联系人 Contacts: who is told when a deadline is missed");
        PEOPLE.forEach(person -> {
            if (!isOnFile(person)) {
                add(person);
            }
            page.line("contact", person.get("role") + "  " + person.get("name") + "  " + person.get("phone"));
        });
    }

    private boolean isOnFile(Map<String, String> person) {
        var path = CONTACTS + "?active=true&role=" + person.get("role") + "&q=" + person.get("phone");
        var answer = notifications.get(path);
        if (answer.status() != 200) {
            throw new UnexpectedException("GET " + path, "200 OK", answer.toString());
        }
        return !answer.body().path("items").isEmpty();
    }

    private void add(Map<String, String> person) {
        var answer = notifications.post(CONTACTS, person);
        if (answer.status() != 201) {
            throw new UnexpectedException("POST " + CONTACTS, "201 Created", answer.toString());
        }
    }

    private static Map<String, String> person(String role, String of, String place, String name, String phone) {
        return Map.of("role", role, of, place, "name", name, "phone", phone);
    }
}
