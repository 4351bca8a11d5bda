/** The demo's story of a chat: a candidate asks on their page, presses a button, is handed to a person, and has the answer. */
import { z } from "zod";
import { ChatMessage, QuestionFromCandidate } from "../domain/chat.ts";
import type { RunningCompany } from "../sandbox-company.ts";
import { type Detail, missing, read } from "./demo-look.ts";
import type { DemoSteps } from "./demo-steps.ts";
import type { DemoApi } from "./demo-whole.ts";

interface Told {
  company: RunningCompany;
  booked: Detail;
  steps: DemoSteps;
  api: DemoApi;
}

const QUESTIONS = [
  "When is my interview?",
  "What should I wear?",
  "How many other candidates are there, and what are my chances?",
] as const;
const UNKNOWN = "Is there a kindergarten for our twins?";
const ANSWER =
  "There is one two streets away that takes children by the day. Write to me when you need it.";

/** Errors: what was not seen. */
export const tellOfChat = async ({ company, booked, steps, api }: Told): Promise<void> => {
  const chat = await steps.run("the candidate opens the chat by the link in the mail", async () =>
    chatAt(await linkIn(company)),
  );
  const ask = async (question: string): Promise<ChatMessage> => {
    const answer = await steps.run(
      `the candidate writes: ${question}`,
      async () => await chat.ask(question),
    );
    show(steps, answer);
    return answer;
  };
  for (const question of QUESTIONS) await ask(question);
  const offered = await ask("I will be there");
  await steps.run("a press of the button confirms, and nothing before it", async () => {
    await chat.act({ kind: "confirm", messageId: offered.id });
  });
  const handed = await ask(UNKNOWN);
  if (handed.state !== "handed_over") throw missing("a question that a person has to answer");
  await steps.run("a person answers in the dashboard", async () => {
    const { items } = z
      .object({ items: z.array(QuestionFromCandidate) })
      .parse(await api("GET", "/api/questions-from-candidates?state=open"));
    const asked = items.find(({ caseId }) => caseId === booked.caseId);
    await api("POST", `/api/questions-from-candidates/${asked?.id ?? ""}/answer`, { text: ANSWER });
  });
  const last = await steps.run("the answer stands in the candidate's chat", chat.last);
  if (last?.text !== ANSWER) throw missing("the answer of a person");
  steps.say(`a person: ${last.text}`);
};

const show = (steps: DemoSteps, answer: ChatMessage): void => {
  for (const line of answer.text.split("\n")) if (line !== "") steps.say(line);
  const from = [...new Set(answer.sources.map(({ kind, title }) => `${kind}: ${title}`))];
  if (from.length > 0) steps.say(`(from ${from.join("; ")})`);
  for (const { label } of answer.actions) steps.say(`[${label}]`);
};

const Mails = z.object({ items: z.array(z.object({ text: z.string() })) });

const linkIn = async (company: RunningCompany): Promise<string> => {
  const { items } = Mails.parse(await read(company, "/control/mail"));
  const link = items
    .map(({ text }) => /https?:\/\/\S+\/c\/[\w.-]+/.exec(text)?.[0])
    .findLast((found) => found !== undefined);
  if (link === undefined) throw missing("a link in the candidate's mail");
  return link;
};

const chatAt = (link: string) => {
  const post = async (path: string, body: unknown): Promise<string> => {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`${link}/chat${path}`, init);
    if (!response.ok) throw missing(`an answer in the chat (it was ${response.status})`);
    return await response.text();
  };
  return {
    ask: async (text: string): Promise<ChatMessage> => {
      const stream = await post("/messages", { text });
      const answer = /^event: answer\ndata: (.*)$/m.exec(stream)?.[1];
      if (answer === undefined) throw missing("an answer in the chat");
      return z.object({ message: ChatMessage }).parse(JSON.parse(answer)).message;
    },
    act: async (act: { kind: string; messageId: string }): Promise<void> => {
      await post("/actions", act);
    },
    last: async (): Promise<ChatMessage | undefined> => {
      const view: unknown = await (await fetch(`${link}/chat`)).json();
      return z
        .object({ messages: z.array(ChatMessage) })
        .parse(view)
        .messages.at(-1);
    },
  };
};
