package io.bihuan.stack.command;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.client.Tokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = {
            "Prints a token of a person who can sign in on this machine, for the header Authorization: Bearer.",
            "inspector, inspector2, supervisor, supervisor2, office and intake belong to Qinghai (63), supervisor-6301 to"
                    + " Xining; unit is a restaurant, unit2 a heating company; admin may do everything."
        })
final class Token implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Parameters(paramLabel = "PERSON", description = "Such as supervisor.")
    private String person = "";

    @Override
    public Integer call() {
        var login = DemoPerson.called(person)
                .orElseThrow(() -> new IllegalArgumentException(
                        "nobody here is called " + person + "; there are " + DemoPerson.logins()))
                .login();
        System.out.println(Tokens.from(Here.running().ports().identity()).of(login));
        return 0;
    }
}
