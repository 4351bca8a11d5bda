/** What candidates really ask before an interview, answered without a model: from the right source, or honestly not known. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { ChatReply } from "../../agents/candidate-chat/knowledge.ts";
import { replyWithoutModel } from "../../agents/candidate-chat/reply.ts";
import { nothingOfItsOwn, rightSource } from "../scorers/chat-source.ts";
import { type Sample, type Solver, type Task, defineTask } from "../task.ts";
import { GUIDE_TEXTS, chatKnowledge } from "../worlds/chat-knowledge.ts";

/** What is right. */
export const ChatTarget = z.strictObject({
  source: z
    .enum(["case", "guide", "posting", "policy", "unknown", "none"])
    .describe("unknown: a person is asked; none: a kind word, and nothing else"),
  says: z.array(z.string()).describe("Each of these words stands in the answer"),
  never: z.array(z.string()),
});
export type ChatTarget = z.infer<typeof ChatTarget>;

const ChatSample = z.strictObject({
  id: z.string(),
  question: z.string(),
  target: ChatTarget,
  tags: z.array(z.string()).min(1),
});

/** The questions that rules are written with, and those that were set aside. */
export type Questions = "dev" | "held-out";

const FILES: Record<Questions, string> = {
  dev: "candidate-chat.json",
  "held-out": "candidate-chat-held-out.json",
};

const readSamples = async (of: Questions): Promise<Sample<string, ChatTarget>[]> =>
  z
    .array(ChatSample)
    .parse(JSON.parse(await readFile(new URL(`../datasets/${FILES[of]}`, import.meta.url), "utf8")))
    .map(({ question, ...sample }) => ({ ...sample, input: question }));

const knowledge = chatKnowledge();

/** The task, for the answers of the product without a model or for another solver. */
export const createCandidateChatTask = (
  of: Questions,
  solver: Solver<string, ChatReply> = (question) => replyWithoutModel({ question, knowledge }),
): Task =>
  defineTask({
    name: of === "dev" ? "candidate-chat" : "candidate-chat-held-out",
    about:
      of === "held-out"
        ? "The same with questions that were set aside before there was any rule for them."
        : "What candidates ask before an interview, in their own words: the answer comes from the right source, word for word, or a person is asked.",
    samples: async () => await readSamples(of),
    solver,
    scorers: [rightSource, nothingOfItsOwn(knowledge, GUIDE_TEXTS)],
  });

/** Wrong on purpose: always knows, cites nothing that is there, and promises. */
export const boaster: Solver<string, ChatReply> = () => ({
  text: "You have a good chance: they likely wrote that you are the best. See you at https://evil.example!",
  sources: [{ kind: "guide", title: "What everybody knows", excerpt: "You are the best." }],
  actions: [],
  topic: "guide",
  isHandedOver: false,
});
