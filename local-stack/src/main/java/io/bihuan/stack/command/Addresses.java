package io.bihuan.stack.command;

import io.bihuan.stack.StackPorts;

/** The addresses that a person may want to look at. */
final class Addresses {

    private Addresses() {}

    static void print(StackPorts ports) {
        System.out.printf(
                """

                  Open 打开           http://localhost:%d
                                      and click a person; nobody is asked for a password 点一个人即登录，无需密码

                  SMS inbox 短信      http://localhost:%d/, for SMPP localhost:%d
                  API descriptions    http://localhost:%d/q/openapi, likewise on %d and %d
                  tokens 令牌         ./bihuan token office, for the header Authorization: Bearer …
                """,
                ports.console(), ports.sms(), ports.smpp(), ports.hazard(), ports.notification(), ports.reporting());
    }
}
