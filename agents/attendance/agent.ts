/** The attendance specialist: people are reminded of what is booked, the panel is asked whether the candidate has arrived, and who did not come
 * is asked to come another time. Code drafts; a model may word the sentences around the facts. */
import type { Specialist } from "../specialist.ts";
import { type DraftedMessage, draftMessages } from "./draft.ts";
import { type GatheredMessages, gatherMessages } from "./gather.ts";
import { ATTENDANCE_PROMPT } from "./prompt.ts";
import { proposeMessage } from "./propose.ts";
import { MessageWording, faultsOf, putWording, wordingOf } from "./wording.ts";

/** The definition. */
export const attendance: Specialist<GatheredMessages | null, DraftedMessage[], MessageWording> = {
  name: "attendance",
  class: "logistics",
  gather: gatherMessages,
  // Messages hold no time: nobody can be quicker.
  refresh: async (gathered) => await Promise.resolve(gathered),
  draft: async (gathered) => await Promise.resolve(gathered ? draftMessages(gathered) : []),
  wording: {
    schema: MessageWording,
    name: "attendance_messages",
    prompt: ATTENDANCE_PROMPT,
    of: wordingOf,
    put: putWording,
  },
  verify: faultsOf,
  propose: (drafts, gathered, run) =>
    gathered ? drafts.map((draft) => proposeMessage(draft, gathered, run)) : [],
};
