/** What the model can call. Every tool reads this one candidate's knowledge: none takes an id, so none can be asked about anybody else. */
import { z } from "zod";
import { CHAT_ACTS } from "../../src/domain/chat.ts";
import type { ChatKnowledge, Known } from "./knowledge.ts";

const Nothing = z.strictObject({});
const Search = z.strictObject({ question: z.string().max(500) });

/** The answer as it is called. */
export const AnswerCall = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string(), sources: z.array(z.string()) })),
  buttons: z.array(z.enum(CHAT_ACTS)),
  open: z
    .array(z.string())
    .default([])
    .describe("Each part of the message that the sentences do not answer: a person has it then."),
});

const tool = (name: string, description: string, schema: z.ZodType) => ({
  type: "function" as const,
  function: { name, description, parameters: z.toJSONSchema(schema) },
});

/** As they are sent. */
export const CHAT_TOOLS = [
  tool("get_interview", "Facts of the candidate's own interview.", Nothing),
  tool("get_posting", "The text of the job posting.", Nothing),
  tool("search_guide", "The best passages of the company's guide for candidates.", Search),
  tool("get_policies", "What holds for every candidate.", Nothing),
  tool("answer", "The answer to the candidate. Ends the turn.", AnswerCall),
  tool("hand_over", "A person answers instead. Ends the turn.", Nothing),
];

/** So much is read at a time. */
const MOST_PASSAGES = 12;

/** What a call reads; null: it is no tool that reads. */
export const readBy = (
  name: string,
  args: unknown,
  knowledge: ChatKnowledge,
): readonly Known[] | null => {
  switch (name) {
    case "get_interview":
      return Object.values(knowledge.case).flat();
    case "get_posting":
      return knowledge.posting.slice(0, MOST_PASSAGES);
    case "get_policies":
      return Object.values(knowledge.policies);
    case "search_guide": {
      const asked = Search.safeParse(args);
      if (!asked.success) return [];
      return knowledge
        .search(asked.data.question)
        .map(({ id, kind, title, excerpt }) => ({ id, kind, title, excerpt }));
    }
    default:
      return null;
  }
};
