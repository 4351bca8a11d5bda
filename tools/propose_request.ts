import { z } from "zod";
import { defineTool } from "./define-tool.ts";
import { labelled, proposalSummary, quotedText } from "./shapes.ts";

/** Asks for something in plain words: the same router, run and gate as the box of the dashboard. */
export const proposeRequest = defineTool({
  name: "propose_request",
  title: "Ask in plain words",
  description:
    "Asks Convene for something in plain words, as a recruiter would: another time for a candidate, a cancellation, a replacement, a brief again, a reminder of feedback, how a candidate stands, what waits, who owes feedback, why a time was not offered. Answers, or asks back with choices, each of which is a request to send next. What is to be done becomes a proposal that policy or a person decides on.",
  effect: "propose",
  access: "decide",
  about: "everybody",
  input: z.object({
    text: z
      .string()
      .min(1)
      .max(500)
      .describe("One sentence, such as: reschedule Ada to next week mornings"),
    caseId: z
      .string()
      .max(100)
      .optional()
      .describe("The case that is meant, as a choice has named it"),
  }),
  output: z.object({
    requestId: z.string(),
    kind: z
      .enum(["answer", "asks", "cannot", "proposes"])
      .nullable()
      .describe("Null: it is being worked on"),
    words: z.array(z.string()).describe("The answer, in sentences"),
    items: z.array(quotedText).describe("Lines of the answer, each about one case, with its names"),
    choices: z.array(
      z.object({ label: z.string(), text: z.string(), caseId: z.string().optional() }),
    ),
    proposals: z.array(proposalSummary.pick({ id: true, kind: true, status: true, summary: true })),
    note: z
      .string()
      .nullable()
      .describe("What came of it; null: it is being worked on, or nothing was to be done"),
  }),
  run: async (input, { requests, caller, companyZone: zone, signal }) => {
    const view = await requests.askInWords({
      text: input.text,
      by: caller,
      via: "mcp",
      mayPropose: caller.mayPropose,
      caseId: input.caseId ?? null,
      zone,
      signal,
    });
    return {
      requestId: view.id,
      kind: view.kind,
      words: view.words,
      items: view.items.map(({ subject, what }) =>
        labelled(subject === null ? what : `${subject}: ${what}`),
      ),
      choices: view.choices,
      proposals: view.handed?.proposals ?? [],
      note: view.handed?.note ?? null,
    };
  },
});
