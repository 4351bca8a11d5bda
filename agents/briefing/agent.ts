/** The briefing specialist: one page for each interviewer of a booked session. What it reads comes through tools, the page from
 * code that cites every sentence, the words from a draft that a model may polish. */
import { z } from "zod";
import type { Brief, BriefReader } from "../../src/domain/brief.ts";
import type { Specialist } from "../specialist.ts";
import { agendaLine, agendaOf } from "./agenda.ts";
import { feedbackSentences } from "./background.ts";
import { draftBrief } from "./draft.ts";
import {
  type GatheredBriefs,
  type GatheredReader,
  type GatheredSession,
  gatherBriefs,
} from "./gather.ts";
import { withLine } from "./left-out.ts";
import type { BriefMaterial } from "./material.ts";
import { BRIEFING_PROMPT } from "./prompt.ts";
import { proposeBrief } from "./propose.ts";
import { BriefWording, faultsOf, putWording, wordingOf } from "./wording.ts";

/** A session's brief, with what it was drafted from. Shape: JSON. */
export interface DraftedBrief {
  sessionId: string;
  /** Of the interview, without what must not be asked. */
  agenda: string;
  brief: Brief;
  /** By Lever user id: what that reader alone may see. */
  own: Record<string, Pick<BriefReader, "feedback" | "documents">>;
  material: BriefMaterial;
}

const BriefWordings = z.strictObject({ briefs: z.array(BriefWording).min(1).max(10) });
type BriefWordings = z.infer<typeof BriefWordings>;

/** The definition. */
export const briefing: Specialist<GatheredBriefs, DraftedBrief[], BriefWordings> = {
  name: "briefing",
  class: "preparatory",
  gather: gatherBriefs,
  // Briefs hold no time: nobody can be quicker.
  refresh: async (gathered) => await Promise.resolve(gathered),
  draft: async ({ sessions, missing }) =>
    await Promise.resolve(sessions.map((each) => draftOf(each, missing))),
  wording: {
    schema: BriefWordings,
    name: "brief_sentences",
    prompt: BRIEFING_PROMPT,
    people: (drafts) => drafts.map(({ material }) => material.candidateName),
    of: (drafts) => ({ briefs: drafts.map(({ brief, material }) => wordingOf(brief, material)) }),
    put: (drafts, { briefs }) =>
      drafts.map((draft, index) => {
        const wording = briefs[index];
        const { brief, material } = draft;
        return wording ? { ...draft, brief: putWording(brief, wording, material).brief } : draft;
      }),
  },
  verify: ({ briefs }, drafts) =>
    briefs.length === drafts.length
      ? drafts.flatMap(({ brief, material }, index) => {
          const wording = briefs[index];
          return wording ? faultsOf(wording, brief, material) : [];
        })
      : ["not as many briefs as were drafted"],
  propose: (drafts, gathered, run) =>
    gathered.sessions.flatMap((session) => {
      const drafted = drafts.find(({ sessionId }) => sessionId === session.session.sessionId);
      return (drafted && proposeBrief(drafted, { session, gathered }, run)) ?? [];
    }),
};

const draftOf = (
  { session, readers, material }: GatheredSession,
  missing: readonly string[],
): DraftedBrief => {
  const { brief } = draftBrief(material);
  const { text, gone } = agendaOf(session.agenda, material);
  const lines = [...missing, ...(gone > 0 ? [agendaLine(gone)] : [])];
  return {
    sessionId: session.sessionId,
    agenda: text,
    brief: {
      ...brief,
      leftOut: lines.reduce<string[]>((all, words) => withLine(all, words), brief.leftOut),
    },
    own: Object.fromEntries(
      readers.map((reader) => [reader.reader.userId, ownPart(reader, material)]),
    ),
    material,
  };
};

const ownPart = (
  { feedback }: GatheredReader,
  material: BriefMaterial,
): Pick<BriefReader, "feedback" | "documents"> => {
  const sentences = feedbackSentences(feedback, material);
  const cited = new Set(
    sentences.flatMap(({ sources }) => sources.map(({ document }) => document)),
  );
  return {
    feedback: sentences,
    documents: feedback
      .filter(({ id }) => cited.has(id))
      .map(({ id, title, url }) => ({ id, title, url })),
  };
};
