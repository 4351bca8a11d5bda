/** What comes of a button of the chat, whatever is written with it. */
import { z } from "zod";
import type { ChatActKind } from "../../../src/domain/chat.ts";
import type { Database } from "../../../src/db/port.ts";
import { standBooked } from "./booked-there.ts";
import { answered, pressed } from "./chat-visit.ts";
import type { Written } from "./written.ts";

/** The buttons that take words, with a question that offers each and words that do for it. */
export const PRESSES: readonly { kind: ChatActKind; question: string; words: string }[] = [
  { kind: "ask_to_move", question: "Can we move the interview?", words: "Something came up." },
  {
    kind: "ask_for_adjustment",
    question: "Is there a ramp for a wheelchair?",
    words: "I need captions.",
  },
  { kind: "ask_a_person", question: "Can I talk to a person?", words: "Who decides?" },
  // Code reads times in these.
  { kind: "give_availability", question: "I am available that week", words: "Thursday after 2pm" },
];

/** What is done, what is told the candidate, and when they were understood to be free. */
export interface Pressed {
  control: string;
  said: string;
  windows: string;
  /** Whether few may read it: for words of which nobody can tell that they are no need, it may be so and need not. */
  isPrivate: boolean;
}

const Windows = z.looseObject({ windows: z.array(z.unknown()).default([]) });

/** Presses. Ids of what they sent are made of its words, and say nothing else. */
export const press = async (
  { kind, question, text }: { kind: ChatActKind; question: string; text: string },
  { written, database }: { written: Written; database: Database },
): Promise<Pressed> => {
  const standee = await standBooked(written, database);
  const { answer: offers } = await answered(standee, question);
  const messageId = offers.words?.actions.includes(kind) ? offers.id : "";
  const answer = await pressed(standee, { kind, text, messageId });
  const events = await database.query(
    `select source, kind, opportunity_id, data - 'answerId' - 'questionId' as data, status from inbox
     where kind like 'candidate\\_%' order by seq`,
  );
  const answers = await database.query<{ textId: string | null }>(
    `select kind, proposal_id, said_at is not null as "isSaid", text_id as "textId" from candidate_answers order by seq`,
  );
  const { texts } = standee.desk;
  const bodies = await Promise.all(
    answers.map(async ({ textId }) =>
      textId === null ? null : await texts.open(database, textId),
    ),
  );
  const { state, topic, isPrivate, words } = answer;
  return {
    control: JSON.stringify({
      events,
      kept: answers.map(({ textId: _text, ...row }) => row),
      answer: { state, topic, actions: words?.actions },
    }),
    said: words?.text ?? "",
    isPrivate,
    windows: JSON.stringify(
      bodies.flatMap((body) => Windows.parse(JSON.parse(body ?? "{}")).windows),
    ),
  };
};
