package io.bihuan.stack;

import io.bihuan.stack.SmsMessages.Message;
import java.util.List;

/** The inbox as a person sees it in a browser: newest first, refreshed by itself. */
final class SmsPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta http-equiv="refresh" content="3">
              <link rel="icon" href="data:,">
              <title>短信收件箱 · 闭环</title>
              <style>
                :root { color-scheme: light dark }
                body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
                li { border: 1px solid #8886; border-radius: .6rem; padding: .7rem 1rem; margin: .8rem 0; list-style: none }
                ul { padding: 0 }
                p { margin: .2rem 0; overflow-wrap: anywhere }
                small { opacity: .75 }
              </style>
            </head>
            <body>
              <h1>短信收件箱</h1>
              <p>本机模拟短信网关收到的短信，共 %d 条，最新在前；每 3 秒自动刷新。程序请读 <a href="/messages">/messages</a>。</p>
              <ul>
            %s  </ul>
            </body>
            </html>
            """;

    private static final String ITEM = """
                <li><p><strong>%s</strong> <small><time datetime="%s">%s</time> · 第 %d 次送达 · %s · %s</small></p><p>%s</p></li>
            """;

    private SmsPage() {}

    static String of(List<Message> oldestFirst) {
        var items = new StringBuilder();
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            var message = oldestFirst.get(i);
            items.append(ITEM.formatted(
                    escape(message.to()),
                    message.receivedAt(),
                    message.receivedAt(),
                    message.attempts(),
                    message.via(),
                    message.gatewayId(),
                    escape(message.text())));
        }
        return PAGE.formatted(oldestFirst.size(), items.isEmpty() ? "    <li>暂无短信</li>\n" : items.toString());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
