package io.bihuan.stack.command;

import io.bihuan.stack.StackPorts;

/** The addresses that a person may want to look at. */
final class Addresses {

    private Addresses() {}

    static void print(StackPorts ports) {
        System.out.printf("""
                  hazards 隐患        http://localhost:%1$d/api/hazards
                  reminders 催办      http://localhost:%2$d/api/notifications/reminders
                  figures 统计        http://localhost:%3$d/api/reports/districts
                  SMS inbox 短信      http://localhost:%4$d/, for SMPP localhost:%5$d
                  API descriptions    http://localhost:%1$d/q/openapi, likewise on %2$d and %3$d
                  who may look 令牌   ./bihuan token office, for the header Authorization: Bearer …
                """, ports.hazard(), ports.notification(), ports.reporting(), ports.sms(), ports.smpp());
    }
}
