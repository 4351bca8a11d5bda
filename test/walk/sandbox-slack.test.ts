/** The sandbox company's page of Slack: a new user who types there is answered, and no press ends on a page that is not there. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { letRecruiterAsk } from "../../src/cli/let-recruiter-ask.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const NOT_KNOWN = "You are not known here";

describeOneDatabase("embedded", "the company's Slack", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  /** Sends a form as the page does. Shape: where it leads, and the page there. */
  const press = async (path: string, fields: Record<string, string>) => {
    const { url } = walk.company;
    const sent = await fetch(`${url}/control/slack/${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url },
      body: new URLSearchParams(fields),
    });
    const leadsTo = sent.headers.get("location") ?? "";
    const page = await (await fetch(new URL(leadsTo, url))).text();
    return { status: sent.status, leadsTo, page };
  };
  /** Types a command. Shape: where it leads, and the page once it is answered. */
  const typed = async (email: string) => {
    const { status, leadsTo } = await press("command", { email, text: "what waits for me?" });
    const page = await walk.waitFor("the answer on the page", async () => {
      const shown = await (await fetch(`${walk.company.url}/slack`)).text();
      return !shown.includes("Look again") && shown;
    });
    return { status, leadsTo, page };
  };

  it("answers the recruiter who is chosen there, once a start has let them in, and twice lets them in once", async () => {
    const email = walk.company.slack?.recruiterEmail ?? "";
    const page = await (await fetch(`${walk.company.url}/slack`)).text();
    expect(page).toContain(`<option value="${email}" selected>`);
    expect((await typed(email)).page).toContain(NOT_KNOWN);
    for (const _ of [1, 2]) await letRecruiterAsk(walk.running.deps);
    const tokens = await walk.running.deps.database.query(
      "select role from api_tokens where name = $1",
      [email],
    );
    expect(tokens).toEqual([{ role: "recruiter" }]);
    const { status, leadsTo, page: after } = await typed(email);
    expect([status, leadsTo]).toEqual([303, "/slack"]);
    // Newest first: only the answer of before says it.
    expect(after.split(NOT_KNOWN)).toHaveLength(2);
  });

  it("leads back to its page what cannot be done, which says so, and whoever looks at such an address again", async () => {
    for (const [path, fields] of [
      ["command", { email: "nobody@example.test", text: "status" }],
      ["submit", { modal: "gone" }],
      ["click", { channel: "C1", ts: "1.0", actionId: "x", email: "nobody@example.test" }],
      ["submit", {}],
    ] as const) {
      const { status, leadsTo, page } = await press(path, fields);
      expect([path, status, leadsTo]).toEqual([
        path,
        303,
        expect.stringMatching(/^\/slack\?fault=/),
      ]);
      expect(page).toContain('<p role="alert">');
      const again = await fetch(`${walk.company.url}/control/slack/${path}`);
      expect([again.status, again.url]).toEqual([200, `${walk.company.url}/slack`]);
    }
  });
});
