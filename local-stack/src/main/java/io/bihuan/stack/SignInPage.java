package io.bihuan.stack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where people of this machine choose who they are: a form with a button for each {@link DemoPerson}. */
final class SignInPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8888; --accent: #1d4f91; --quiet: #555 }
            @media (prefers-color-scheme: dark) { :root { --accent: #9cc9f5; --quiet: #bbb } }
            body { font: 16px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 58rem; margin: 0 auto; padding: 2rem 1rem }
            h1 { font-size: 1.5rem; margin: 0 }
            h2 { font-size: 1rem; margin: 0 }
            p { margin: .2rem 0 .6rem; color: var(--quiet) }
            small { font-size: .875rem; color: var(--quiet) }
            form { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 1rem; margin-top: 1.5rem }
            section { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem }
            button { font: inherit; text-align: start; width: 100%; padding: .5rem .8rem; margin-top: .4rem; cursor: pointer;
              border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit }
            button:hover, button:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent) }
            button strong { color: var(--accent) }
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>登录 Sign in · 闭环 Bihuan</title>
              <style>%s</style>
            </head>
            <body>
            <main>
              <h1>登录闭环 <span lang="en">Sign in to Bihuan</span></h1>
              <p>本机演示：点一个人，即以其身份登录，无需密码。<br>
                <span lang="en">A demonstration on this machine: click a person to sign in as that person. Nobody is asked for a password.</span></p>
              <form method="post">
            %s  </form>
            </main>
            </body>
            </html>
            """;

    private static final String ROLE = """
                <section>
                  <h2>%s <span lang="en">%s</span></h2>
                  <p><small>%s<br><span lang="en">%s</span></small></p>
            %s    </section>
            """;

    private static final String PERSON = """
                  <button name="username" value="%s"><strong>%s</strong> <small lang="en">%s</small></button>
            """;

    /** Each role's name and what it does, in Chinese and English. */
    private static final Map<String, List<String>> ROLES = Map.of(
            "OFFICE",
                    List.of(
                            "专班办公室",
                            "Office",
                            "看各区县的进展，定政策，发简报",
                            "Reads every district, sets policies, issues briefings"),
            "SUPERVISOR",
                    List.of("专班监管", "Supervisor", "定级、交办、审批延期、销号", "Grades, assigns, decides on extensions, closes"),
            "INSPECTOR", List.of("检查人员", "Inspector", "排查隐患，复查整改", "Finds hazards, re-inspects what was rectified"),
            "UNIT", List.of("责任单位", "Responsible unit", "整改隐患，上传佐证", "Rectifies, uploads proof"),
            "INTAKE", List.of("12345 热线", "Hotline 12345", "受理群众来电", "Takes in what callers report"),
            "ADMIN",
                    List.of(
                            "系统管理员",
                            "Administrator",
                            "管理档案、策略和死信，不限辖区",
                            "Registers, policies, dead letters, every district"));

    /** All of it, since it is the same for everybody. */
    static final String HTML = PAGE.formatted(STYLE, roles());

    /** What a browser may do with it: nothing but show it, in this style. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; frame-ancestors 'none'; base-uri 'none'";

    private SignInPage() {}

    private static String roles() {
        var byRole = Stream.of(DemoPerson.values()).collect(groupingBy(DemoPerson::role, LinkedHashMap::new, toList()));
        return byRole.entrySet().stream()
                .map(role -> {
                    var texts = ROLES.getOrDefault(role.getKey(), List.of("", role.getKey(), "", ""));
                    return ROLE.formatted(
                            texts.get(0), texts.get(1), texts.get(2), texts.get(3), people(role.getValue()));
                })
                .collect(joining());
    }

    private static String people(List<DemoPerson> people) {
        return people.stream()
                .map(person -> PERSON.formatted(person.login(), person.fullName(), person.englishName()))
                .collect(joining());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
