/** A candidate in the chat of their page, as the page's script speaks to it. */
import { z } from "zod";
import { type ChatAct, ChatMessage, ChatView } from "../../src/domain/chat.ts";

/** What a stream held. */
export interface Streamed {
  status: number;
  events: { event: string; data: unknown }[];
  /** The answer's message; null when there was none. */
  answer: ChatMessage | null;
  /** The pieces together. */
  text: string;
  /** Of a refusal. */
  problem: { code: string; detail: string } | null;
}

const Problem = z.object({ code: z.string(), detail: z.string() });
const Answer = z.object({ message: ChatMessage });
const Delta = z.object({ text: z.string() });

/** The chat behind a link. */
export const openChat = (link: string, headers: Record<string, string> = {}) => {
  const address = new URL(link);
  const at = (path: string): string =>
    `${address.origin}${address.pathname}/chat${path}${address.search}`;
  const json = { "content-type": "application/json", ...headers };
  return {
    at,
    view: async (): Promise<ChatView> =>
      ChatView.parse(await (await fetch(at(""), { headers })).json()),
    ask: async (text: unknown): Promise<Streamed> =>
      await streamed(
        await fetch(at("/messages"), {
          method: "POST",
          headers: json,
          body: JSON.stringify({ text }),
        }),
      ),
    act: async (
      act: Partial<ChatAct> & Pick<ChatAct, "kind">,
    ): Promise<{ status: number; message: ChatMessage | null; detail: string }> => {
      const response = await fetch(at("/actions"), {
        method: "POST",
        headers: json,
        body: JSON.stringify({ messageId: "", ...act }),
      });
      const body: unknown = await response.json();
      return {
        status: response.status,
        message: Answer.safeParse(body).data?.message ?? null,
        detail: Problem.safeParse(body).data?.detail ?? "",
      };
    },
  };
};

const streamed = async (response: Response): Promise<Streamed> => {
  const body = await response.text();
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return {
      status: response.status,
      events: [],
      answer: null,
      text: "",
      problem: Problem.safeParse(JSON.parse(body)).data ?? null,
    };
  }
  const events = eventsIn(body);
  const text = events
    .filter(({ event }) => event === "delta")
    .map(({ data }) => Delta.parse(data).text)
    .join("");
  const answer = events.find(({ event }) => event === "answer");
  return {
    status: response.status,
    events,
    answer: answer ? Answer.parse(answer.data).message : null,
    text,
    problem: null,
  };
};

/** The events of a stream, without its comments. */
export const eventsIn = (body: string): { event: string; data: unknown }[] =>
  [...body.matchAll(/^event: (.*)\ndata: (.*)$/gm)].map(([, event = "", data = "null"]) => ({
    event,
    data: JSON.parse(data) as unknown,
  }));
