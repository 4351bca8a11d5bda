import { afterAll, beforeAll, expect, it } from "vitest";
import { describeEachDatabase } from "../../support/database.ts";
import { proposalFor } from "../../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";
import type { Role } from "../../../src/domain/access.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";

describeEachDatabase("live updates", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  interface Message {
    event: string;
    data: Record<string, string>;
  }

  /** Messages of the stream, as a browser would read them. */
  const listen = async function* (
    signal: AbortSignal,
    token = ADMIN_TOKEN,
  ): AsyncGenerator<Message> {
    const response = await fetch(`${walk.url}/api/stream`, {
      headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" },
      signal,
    });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    let text = "";
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString("utf8");
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      for (const message of whole) {
        const fields = Object.fromEntries(
          message.split("\n").map((line) => {
            const colon = line.indexOf(": ");
            return [line.slice(0, colon), line.slice(colon + 2)];
          }),
        );
        yield {
          event: fields["event"] ?? "",
          data: JSON.parse(fields["data"] ?? "{}") as Record<string, string>,
        };
      }
    }
  };

  it("tell an open page what has changed after a stage move, and never what it changed to", async () => {
    const leaving = new AbortController();
    const messages = listen(AbortSignal.any([leaving.signal, AbortSignal.timeout(300_000)]));
    expect((await messages.next()).value).toEqual({ event: "hello", data: {} });
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const topics = new Set<string>();
    for await (const { event, data } of messages) {
      expect(event).toBe("changed");
      expect(Object.keys(data).every((key) => key === "topic" || key === "caseId")).toBe(true);
      topics.add(data["topic"] ?? "");
      if (data["topic"] === "proposals" && data["caseId"] === waiting.caseId) break;
    }
    leaving.abort();
    expect(topics).toContain("events");
    expect(topics).toContain("proposals");
  });

  it("say no word of a case to whoever does not reach it, or reads none", async () => {
    const validFor = Temporal.Duration.from({ hours: 1 });
    const make = async (role: Role, teams: string[] | null) =>
      await createToken(
        { name: "a test", role, teams, kind: "token", validFor },
        walk.running.deps,
      );
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(300_000)]);
    const all = [
      listen(signal, await make("recruiter", ["a foreign team"])),
      listen(signal, await make("auditor", null)),
      listen(signal, await make("interviewer", null)),
    ];
    for (const messages of all) await messages.next();
    await proposalFor(walk, walk.nextCandidate());
    await walk.api.send("POST", "/api/pause");
    await walk.api.send("POST", "/api/resume");
    for (const messages of all) {
      let statuses = 0;
      for await (const { data } of messages) {
        expect(data["caseId"] ?? null).toBeNull();
        if (data["topic"] === "status" && (statuses += 1) === 2) break;
      }
    }
    leaving.abort();
  });

  it("go on for the others when one page is closed", async () => {
    const first = new AbortController();
    const second = new AbortController();
    const leaving = listen(first.signal);
    const staying = listen(AbortSignal.any([second.signal, AbortSignal.timeout(300_000)]));
    await leaving.next();
    await staying.next();
    first.abort();
    await walk.api.send("POST", "/api/pause");
    await walk.api.send("POST", "/api/resume");
    const heard: unknown[] = [];
    for await (const { data } of staying) {
      heard.push(data["topic"]);
      if (heard.filter((topic) => topic === "status").length === 2) break;
    }
    second.abort();
    expect(heard.filter((topic) => topic === "status")).toHaveLength(2);
  });
});
