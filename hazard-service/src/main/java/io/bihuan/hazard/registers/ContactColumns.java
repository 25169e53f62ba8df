package io.bihuan.hazard.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns of the contacts 联系人, three for each. */
final class ContactColumns {

    static final List<Column> ALL = IntStream.range(0, Contact.MOST)
            .boxed()
            .flatMap(i -> List.of(name(i), post(i), phone(i)).stream())
            .toList();

    private ContactColumns() {}

    static List<Contact> read(Cells cells) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < Contact.MOST; i++) {
            Contact contact = new Contact(
                    cells.text(name(i)),
                    cells.text(post(i)),
                    cells.text(phone(i)).replaceAll("[\\s-]", ""));
            if (!contact.name().isEmpty() || contact.post() != null || contact.phone() != null) {
                contacts.add(contact);
            }
        }
        return contacts;
    }

    static void write(List<Contact> contacts, Map<Column, @Nullable String> cells) {
        for (int i = 0; i < contacts.size(); i++) {
            cells.put(name(i), contacts.get(i).name());
            cells.put(post(i), contacts.get(i).post());
            cells.put(phone(i), contacts.get(i).phone());
        }
    }

    static boolean isPhone(Column column) {
        return column.field().endsWith(".phone");
    }

    private static Column name(int i) {
        return new Column("联系人" + (i + 1), "contacts[%d].name".formatted(i), 12);
    }

    private static Column post(int i) {
        return new Column("职务" + (i + 1), "contacts[%d].post".formatted(i), 12);
    }

    private static Column phone(int i) {
        return new Column("电话" + (i + 1), "contacts[%d].phone".formatted(i), 16);
    }
}
