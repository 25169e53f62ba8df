package io.bihuan.system.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.Stack;
import io.bihuan.system.SharedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test people who use the console. Afterwards it puts their screens aside, where the test failed as a picture under {@code
 * target/screenshots}, and fails the test if a browser complained.
 */
final class Browser implements BeforeEachCallback, AfterEachCallback {

    private final Stack stack = SharedStack.running();
    private final List<Person> people = new ArrayList<>();
    private @Nullable Chromium chromium;

    @Override
    public void beforeEach(ExtensionContext test) {
        var missing = "The console is not tested in a browser: chromium is missing (apt-get install chromium)";
        if (Chromium.program().isEmpty()) {
            System.out.println(missing);
        }
        assumeTrue(Chromium.program().isPresent(), missing);
        chromium = test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, key -> Chromium.started(), Chromium.class);
    }

    /** @return the stack whose console it is */
    Stack stack() {
        return stack;
    }

    /** @return somebody who has not signed in, before an empty page */
    Person somebody(Screen screen) {
        var running = Objects.requireNonNull(chromium, "only within a test");
        var person = new Person(running.fresh(screen.options().setLocale("zh-CN")), stack.ports());
        people.add(person);
        return person;
    }

    /** @return a person who has signed in and sees his first page */
    Person of(DemoPerson who, Screen screen) {
        return somebody(screen).signsInAs(who);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        test.getExecutionException().ifPresent(failure -> {
            var name = test.getRequiredTestClass().getSimpleName() + " " + test.getDisplayName();
            for (int number = 0; number < people.size(); number++) {
                people.get(number).screenshotOf(name + "-" + number, failure);
            }
        });
        var complaints =
                people.stream().flatMap(person -> person.complaints().stream()).toList();
        people.forEach(Person::leaves);
        people.clear();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
