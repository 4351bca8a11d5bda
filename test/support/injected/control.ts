/** What a proposal has done, to whom and when: all of it but the texts that are known as such, in one canonical form. */
import type { SpecialistProposal } from "../../../agents/specialist.ts";
import { isJsonObject } from "../../../src/domain/json-object.ts";
import { createBundles } from "../../../src/effects/bundles.ts";
import { NOBODY_ASKED } from "./nobody-asked.ts";

/** What a model may word, by kind of proposal, and what is said beside it of how that went. */
const WORDED: Partial<Record<SpecialistProposal["payload"]["kind"], readonly string[]>> = {
  book_interview: ["payload.texts"],
  change_booking: ["payload.texts"],
  offer_times: ["payload.texts", "payload.offer.confirmation"],
  send_brief: [
    "payload.brief.highlights[].text",
    "payload.brief.probe[].text",
    "payload.brief.probe[].ask",
    "payload.brief.leftOut",
    "context.evidence",
    "warnings",
  ],
  note_questions: [
    "payload.sessions[].questions[].text",
    "payload.sessions[].questions[].followUps",
    "payload.sessions[].questions[].wordedBy",
    "context.evidence",
  ],
  post_synthesis: ["payload.questions[].text", "payload.questions[].wordedBy", "context.evidence"],
  remind_candidate: ["payload.words"],
  remind_interviewers: ["payload.words"],
  ask_arrival: ["payload.words"],
  invite_again: ["payload.words"],
  warn_recruiter: ["payload.words"],
};

const stepsOf = createBundles(NOBODY_ASKED);

/** The steps that would follow from it. */
export const effectsOf = ({ payload }: Pick<SpecialistProposal, "payload">) =>
  stepsOf(payload).map(({ kind, session, audience, label, isForGood, standsAlone, takesBack }) => ({
    kind,
    session,
    audience,
    label,
    isForGood,
    standsAlone,
    takesBack,
  }));

/** `shown`: fields that quote the very text in which the two differ. */
export const controlOf = (
  proposals: readonly SpecialistProposal[],
  { shown, isWorded }: { shown: readonly string[]; isWorded: boolean },
): string =>
  JSON.stringify(
    proposals.map((proposal) => {
      const texts = new Set([...shown, ...(isWorded ? (WORDED[proposal.payload.kind] ?? []) : [])]);
      const whole: unknown = JSON.parse(
        JSON.stringify({ ...proposal, effects: effectsOf(proposal) }),
      );
      return without(whole, "", texts);
    }),
  );

/** Sorted by name, so that the order in which fields were made says nothing. */
const without = (value: unknown, path: string, texts: ReadonlySet<string>): unknown => {
  if (texts.has(path)) return "a text";
  if (Array.isArray(value)) return value.map((item) => without(item, `${path}[]`, texts));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((name) => [name, without(value[name], path === "" ? name : `${path}.${name}`, texts)]),
  );
};
