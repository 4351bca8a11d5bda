/** What is said to a request in plain words. What it tells of cases it names by their ids: names are put in as it is shown. */
import { z } from "zod";
import { Choice, type Refusal } from "./understanding.ts";

/** A line about one case, or about none. `path`: inside the dashboard. */
const Item = z.strictObject({
  caseId: z.string().nullable(),
  what: z.string(),
  path: z.string().nullable(),
});

export const RequestAnswer = z.strictObject({
  kind: z.enum(["answer", "asks", "cannot", "proposes"]),
  words: z.array(z.string()),
  items: z.array(Item),
  links: z.array(z.strictObject({ label: z.string(), path: z.string() })),
  choices: z.array(Choice),
});
export type RequestAnswer = z.infer<typeof RequestAnswer>;

/** An answer of words alone. */
export const inWords = (
  kind: RequestAnswer["kind"],
  words: readonly string[],
  more: Partial<Omit<RequestAnswer, "kind" | "words">> = {},
): RequestAnswer => ({
  kind,
  words: words.filter((word) => word !== ""),
  items: more.items ?? [],
  links: more.links ?? [],
  choices: more.choices ?? [],
});

/** What can be asked for at all. */
export const CAN =
  "I can look for another time, look for times, cancel, find a replacement, send a brief again and remind of feedback, each as a proposal; and tell how a candidate stands, what waits, who owes feedback and why a time was not offered.";

const REFUSED: Record<Refusal, string> = {
  decision:
    "Whether a candidate goes on, is rejected or is hired is decided by people, in Lever. Nothing of that kind can be asked for here.",
  feedback_content:
    "What people have written about a candidate is not told here. It is in Lever, and in the synthesis of the round, for those who may read it and have handed in their own form.",
  write_to:
    "Nobody is written to with words from here. A candidate is told what an approved proposal says; write anything else yourself.",
  approve:
    "Proposals are approved where they can be read whole: in the inbox, one by one, or by the policy.",
  settings: "Policies, plans and access are changed on their own pages.",
  personal: "Personal data of people is not told here. It is in Lever.",
  pay: "Pay is nothing that Convene knows or tells.",
  erase: "Records are archived, deleted and erased in Lever, and by the command line.",
  orders:
    "Whatever a request says, what comes of it is a proposal, and a person decides. Say what you want without that.",
  pause_one:
    "One candidate alone cannot be paused. What waits for a decision can be rejected, and everything can be paused on the settings page.",
};

/** A plain no, and what can be asked for instead. */
export const refusalInWords = (refusal: Refusal): RequestAnswer =>
  inWords("cannot", [REFUSED[refusal], CAN]);

/** For whoever may only read. */
export const READS_ONLY =
  "You may ask and read, but not have anything proposed: that needs the role recruiter or admin.";
