/** A candidate's chat on their page, as its script speaks to it: what it answers, does, hands over and refuses. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { listChat } from "../../src/cases/chat.ts";
import { QuestionFromCandidate } from "../../src/domain/chat.ts";
import { type BookedPage, bookPage, saidOn, startPageWalk } from "../support/booked-page.ts";
import { eventsIn, openChat } from "../support/chat-page.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { openApi } from "../support/api.ts";
import { describePostgres } from "../support/database.ts";
import { advance, untilCase } from "../support/nothing-fits.ts";
import { settled } from "../support/story.ts";
import type { Walk } from "../support/walk.ts";

const UNKNOWN = "Is there a kindergarten near your moon base?";
const Questions = z.object({ items: z.array(QuestionFromCandidate) });

describePostgres("a candidate's chat", (open) => {
  let walk: Walk;
  let booked: BookedPage;
  beforeAll(async () => {
    walk = await startPageWalk(open);
    booked = await bookPage(walk);
  });
  afterAll(async () => {
    await walk.close();
  });
  const questionsOf = async (caseId: string) =>
    Questions.parse(
      (await walk.api.send("GET", "/api/questions-from-candidates")).body,
    ).items.filter((item) => item.caseId === caseId);
  const slack = async (): Promise<string> =>
    JSON.stringify(await walk.eyes.control("GET", "/slack"));

  it("says what it is, and answers from the case with sources", async () => {
    const chat = openChat(booked.link);
    const { assistant, suggestions, limits } = await chat.view();
    expect(assistant.notice).toContain("I am software");
    expect(assistant).toMatchObject({ optedOut: false, isModelOn: false });
    expect(limits.maxLength).toBe(4000);
    expect(suggestions.length).toBeGreaterThan(3);
    for (const question of suggestions) {
      const { answer, text } = await chat.ask(question);
      expect([question, answer?.state]).toEqual([question, "answered"]);
      expect(answer?.sources).not.toEqual([]);
      expect(text).toBe(answer?.text);
    }
  });

  it("does nothing before a click, and then what the page does, once", async () => {
    const chat = openChat(booked.link);
    const { answer } = await chat.ask("I will be there");
    expect(answer?.actions).toEqual([{ kind: "confirm", label: "Yes, I will be there" }]);
    expect(await saidOn(walk, booked)).toEqual([]);
    const press = { kind: "confirm" as const, messageId: answer?.id ?? "" };
    expect((await chat.act(press)).status).toBe(200);
    expect(await saidOn(walk, booked)).toEqual(["confirmed"]);
    expect(await chat.act(press)).toMatchObject({ status: 409 });
    expect(await chat.act({ kind: "ask_to_move", messageId: answer?.id ?? "" })).toMatchObject({
      status: 409,
    });
  });

  it("hands over what it does not know; the answer of a person comes into the open page", async () => {
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    const { answer } = await chat.ask(UNKNOWN);
    expect(answer).toMatchObject({ state: "handed_over", sources: [] });
    const case_ = await untilCase(walk, one.payload.opportunityId, ({ proposals }) =>
      proposals.some(({ kind, status }) => kind === "tell_question" && status === "done"),
    );
    expect(case_.status).toBe("booked");
    expect(await slack()).toContain("moon base");
    const [asked] = await questionsOf(one.caseId);
    expect(asked).toMatchObject({ question: UNKNOWN, state: "open", answer: null, timesAsked: 1 });
    await chat.ask(` ${UNKNOWN.toUpperCase()}?`);
    expect(await questionsOf(one.caseId)).toEqual([{ ...asked, timesAsked: 2 }]);

    const reader = await fetch(chat.at("/stream"));
    const heard = readUntil(reader, "kindergarten on level 3");
    const path = `/api/questions-from-candidates/${asked?.id ?? ""}/answer`;
    const text = "Yes, there is a kindergarten on level 3.";
    expect(await walk.api.send("POST", path, { text })).toMatchObject({
      status: 200,
      body: { state: "answered", answer: { text } },
    });
    const events = eventsIn(await heard);
    expect(events[0]?.event).toBe("hello");
    expect(events.at(-1)).toMatchObject({
      event: "message",
      data: { message: { from: "person", text, state: null } },
    });
    expect((await walk.api.send("POST", path, { text })).status).toBe(409);
    expect((await chat.view()).messages.at(-1)).toMatchObject({ from: "person", text });
    // What leans on a person's words is for that person.
    expect((await chat.ask("and when?")).answer).toMatchObject({
      state: "handed_over",
      sources: [],
    });
    const waiting = await questionsOf(one.caseId);
    expect(waiting.find(({ question }) => question === "and when?")?.before).toMatch(/moon base/i);
    expect(waiting.find(({ id }) => id === asked?.id)?.before).toBeNull();
    await chat.ask(UNKNOWN);
    const anew = (await questionsOf(one.caseId)).map(({ state, timesAsked }) => [
      state,
      timesAsked,
    ]);
    expect(anew).toEqual([
      ["open", 1],
      ["open", 1],
      ["answered", 1],
    ]);
  });

  it("answers the half that it knows, and hands over the message for the other", async () => {
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    const question = "When is my interview, and is there a swimming pool?";
    const { answer } = await chat.ask(question);
    expect(answer?.state).toBe("handed_over");
    expect(answer?.sources).toMatchObject([{ kind: "case" }]);
    expect(await questionsOf(one.caseId)).toMatchObject([{ question, state: "open" }]);
    await chat.ask("never mind");
    expect(await questionsOf(one.caseId)).toHaveLength(1);
  });

  it("whose candidate has left it is answered by nobody but a person, until they take that back", async () => {
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    expect((await chat.act({ kind: "opt_out" })).status).toBe(200);
    expect((await chat.view()).assistant.optedOut).toBe(true);
    expect((await chat.ask("When is my interview?")).answer).toMatchObject({
      state: "handed_over",
      sources: [],
    });
    expect(await questionsOf(one.caseId)).toMatchObject([{ question: "When is my interview?" }]);
    expect((await chat.act({ kind: "opt_in" })).status).toBe(200);
    expect((await chat.ask("When is my interview?")).answer?.state).toBe("answered");
  });

  it("tells a person of many questions in one word, and of what came meanwhile in the next", async () => {
    const one = await bookPage(walk);
    const { opportunityId } = one.payload;
    const chat = openChat(one.link);
    const wordsDone = async (count: number) =>
      await untilCase(
        walk,
        opportunityId,
        ({ proposals }) =>
          proposals.filter(({ kind, status }) => kind === "tell_question" && status === "done")
            .length === count,
      );
    await chat.ask("Is there a submarine?");
    await wordsDone(1);
    await chat.ask("Is there a trampoline?");
    await chat.act({ kind: "ask_a_person" });
    const again = await chat.act({ kind: "ask_a_person" });
    expect(again.message?.text).toContain("has this wish already");
    expect((await questionsOf(one.caseId)).map(({ question }) => question)).toEqual([
      "Is there a submarine?",
      "Is there a trampoline?",
      "I would like to talk to a person.",
    ]);
    await settled(walk, opportunityId);
    await wordsDone(1);
    await advance(walk, 0.3);
    await wordsDone(2);
    expect(await slack()).toContain("asks 2 things");
  });

  it("keeps what somebody needs from who sits on their panel", async () => {
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    const said = "My fingers are slow: may I type on the moon base?";
    await chat.ask(said);
    expect(await questionsOf(one.caseId)).toMatchObject([{ question: said, isPrivate: true }]);
    await chat.act({ kind: "ask_for_adjustment", text: `${said} And a hearing loop.` });
    await chat.act({ kind: "ask_a_person", text: "I am deaf: is there an interpreter?" });
    const [before, asked] = await questionsOf(one.caseId);
    expect(before).toMatchObject({ question: said, isPrivate: true });
    expect(asked).toMatchObject({ question: "I am deaf: is there an interpreter?" });
    const name = one.payload.sessions[0]?.panel[0]?.name ?? "";
    const token = await createToken(
      { name, role: "recruiter", kind: "token", validFor: Temporal.Duration.from({ hours: 9 }) },
      walk.running.deps,
    );
    const panelist = openApi(walk.url, token);
    const seen = await panelist.send("GET", "/api/questions-from-candidates");
    expect(Questions.parse(seen.body).items.find(({ id }) => id === asked?.id)).toMatchObject({
      question: null,
    });
    const path = `/api/questions-from-candidates/${asked?.id ?? ""}/answer`;
    expect(await panelist.send("POST", path, { text: "Yes" })).toMatchObject({ status: 403 });
    expect(JSON.stringify((await panelist.send("GET", "/api/requests")).body)).not.toContain(
      "loop",
    );
    expect(JSON.stringify((await walk.api.send("GET", "/api/requests")).body)).toContain("loop");
    await untilCase(walk, one.payload.opportunityId, ({ proposals }) =>
      proposals.some(({ kind, status }) => kind === "tell_question" && status === "done"),
    );
    expect(await slack()).not.toMatch(/hearing loop|interpreter/);
  });

  it("takes when they could in two clicks, and another time in one", async () => {
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    const said = await chat.ask("I am free on Friday 10-12");
    const first = await chat.act({
      kind: "give_availability",
      messageId: said.answer?.id ?? "",
      text: "friday 10-12",
    });
    expect(first.message?.text).toMatch(
      /This is what I understood:\n- Friday, 27 November 2026, 10:00/,
    );
    expect(await saidOn(walk, one)).toEqual([]);
    const messageId = first.message?.id ?? "";
    expect((await chat.act({ kind: "give_availability", messageId })).status).toBe(200);
    expect(await saidOn(walk, one)).toEqual(["availability", "wants_move"]);
    const other = await bookPage(walk);
    const asks = openChat(other.link);
    const { answer } = await asks.ask("Can we reschedule? I have an exam that morning.");
    await asks.act({ kind: "ask_to_move", messageId: answer?.id ?? "" });
    expect(await saidOn(walk, other)).toEqual(["wants_move"]);
  });

  it("is noted in Lever without a word of it, once it is quiet", async () => {
    const one = await bookPage(walk);
    const { opportunityId } = one.payload;
    const chat = openChat(one.link);
    await chat.ask("When is my interview?");
    await chat.ask("My brother works in marketing. Who will I meet?");
    await chat.ask("I use a wheelchair, is that a problem?");
    await advance(walk, 1.1);
    await untilCase(walk, opportunityId, ({ proposals }) =>
      proposals.some(({ kind, status }) => kind === "note_chat" && status === "done"),
    );
    const notes = (await walk.eyes.notes(opportunityId)).filter((text) =>
      text.includes("in the chat"),
    );
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`wrote 2 times`);
    expect(notes[0]).toContain("when it is");
    expect(notes[0]).toContain(`/cases/${one.caseId}`);
    expect(notes[0]).not.toMatch(/wheelchair|marketing|Lisbon/);
  });

  it("is erased with its candidate", async () => {
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    await chat.ask("When is my interview?");
    const { database, texts } = walk.running.deps;
    const case_ = await walk.api.case(one.caseId);
    const [row] = await database.query<{ candidate: string }>(
      "select candidate from cases where id = $1",
      [case_.id],
    );
    await database.transaction(async (tx) => await texts.erase(tx, row?.candidate ?? ""));
    const kept = await listChat(database, { caseId: one.caseId }, texts);
    expect(kept.map(({ words }) => words)).toEqual([null, null]);
    const left = await database.query("select * from chat_messages where case_id = $1", [
      one.caseId,
    ]);
    expect(JSON.stringify(left)).not.toMatch(/interview\?|Lisbon/);
  });

  it("leaves to answer what can be answered, and nothing of a case that has ended", async () => {
    const list = async (query: string) =>
      Questions.parse((await walk.api.send("GET", `/api/questions-from-candidates${query}`)).body)
        .items;
    const [ended, still] = [await bookPage(walk), await bookPage(walk)];
    await openChat(ended.link).ask("Is there a lighthouse?");
    await openChat(still.link).ask("Is there a harbour seal?");
    const { questions: before } = await walk.api.status();
    expect(await list("?state=open")).toHaveLength(before);
    await walk.running.deps.database.query(
      "update cases set status = 'closed', closed_at = now() where id = $1",
      [ended.caseId],
    );
    const left = await list("?state=open");
    expect((await walk.api.status()).questions).toBe(before - 1);
    expect(left).toHaveLength(before - 1);
    expect(left.at(-1)).toMatchObject({ caseId: still.caseId, state: "open" });
    const all = await list("");
    expect(all.slice(0, left.length)).toEqual(left);
    expect(all.find(({ caseId }) => caseId === ended.caseId)).toMatchObject({ state: "closed" });
  });

  it("reads a follow-up by what was said before, and guesses nothing", async () => {
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    await chat.ask("When is my interview?");
    const { answer: where } = await chat.ask("and where?");
    expect(where).toMatchObject({ state: "answered", sources: [{ kind: "case" }] });
    await chat.ask("Is there a submarine?");
    const { answer } = await chat.ask("and where?");
    expect(answer).toMatchObject({ state: "handed_over", sources: [] });
    expect(answer?.text).toContain("I cannot tell for certain what that is about");
    const asked = await chat.ask("I do not want to cancel, only move to Friday");
    expect(asked.answer?.actions.map(({ kind }) => kind)).toEqual(["ask_to_move", "ask_a_person"]);
    expect(await saidOn(walk, one)).toEqual([]);
  });
});

/** What a stream says until that stands in it. */
const readUntil = async (response: Response, words: string): Promise<string> => {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(words)) return text;
  }
  return text;
};
