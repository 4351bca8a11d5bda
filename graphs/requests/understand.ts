/** What a request means: by keywords and grammar, and where no keyword is in it, by a model if there is one. A model names an intent and
 * copies pieces of the request; its answer is put into our own words, which are read again by the same code as any request. So it cannot
 * add a name or a time; and what would have something proposed is only asked about, as a choice. */
import { z } from "zod";
import { isAboutNeeds } from "../../agents/candidate-chat/needs.ts";
import { readPast } from "../../src/cases/request-directory.ts";
import { askedOf, recordAsked } from "../../src/models/record.ts";
import { type RefineRequest, refine } from "../../src/models/refine.ts";
import { askOfBoth, isOfNobody, mayNameOther, readWithPast } from "../../src/requests/past.ts";
import { readRequest } from "../../src/requests/read-request.ts";
import { isMoveToRound } from "../../src/requests/rounds.ts";
import { refusalIn } from "../../src/requests/cues.ts";
import {
  type Asked,
  type Directory,
  INTENTS,
  PROPOSING,
  type Understanding,
} from "../../src/requests/understanding.ts";
import { fold, withoutQuoted } from "../../src/requests/words.ts";
import type { RunDeps } from "../deps.ts";
import { askerOf } from "./asker.ts";
import { type NamedAside, namedAside } from "./named-aside.ts";
import type { Asking } from "./outcome.ts";
import { REQUEST_PROMPT } from "./prompt.ts";

const Read = z.strictObject({
  request: z.string(),
  intent: z.enum([...INTENTS.filter((intent) => intent !== "pause"), "none"]),
  candidate: z.string().max(200).nullable(),
  person: z.string().max(200).nullable(),
  posting: z.string().max(200).nullable(),
  when: z.string().max(200).nullable(),
});
type Read = z.infer<typeof Read>;

/** What it means, and whom it may name for that. */
export interface Understood {
  understanding: Understanding;
  directory: Asking["directory"];
}

/** Those of before are looked up only where nobody of now is meant. Errors: those of our own books; never one of a model. */
export const understand = async (
  text: string,
  asking: Asking,
  deps: RunDeps,
): Promise<Understood> => {
  const { request, directory } = asking;
  const asked = {
    text,
    caseId: request.inSight ?? undefined,
    now: request.askedAt,
    zone: request.zone,
    askerId: askerOf(asking)?.userId,
  };
  const now = readRequest(asked, directory);
  if (isOfNobody(now)) {
    const known = await withPastOf(asking, deps);
    return { understanding: readWithPast(asked, known), directory: known };
  }
  if (now.is !== "cannot" && mayNameOther(asked, directory)) {
    const known = await withPastOf(asking, deps);
    const both = askOfBoth(asked, known);
    if (both) return { understanding: both, directory: known };
  }
  const isUnread = now.is === "asks" && now.asked === "no_keyword" && now.choices.length === 0;
  const shown = withoutQuoted(text).text.trim();
  // What tells of health or of needs no model sees, whoever wrote it.
  if (!isUnread || !/\p{L}{2}/u.test(shown) || isAboutNeeds(shown))
    return { understanding: now, directory };
  const read = await askModel(shown, asking, deps);
  const found = read && checked(read, { shown, asked, directory });
  if (!read || !found) return { understanding: now, directory };
  if (!isOfNobody(found)) return { understanding: found, directory };
  const known = await withPastOf(asking, deps);
  const again = checked(read, { shown, asked, directory: known });
  return { understanding: again ?? found, directory: known };
};

const withPastOf = async (
  { request, directory }: Pick<Asking, "request" | "directory">,
  { database, texts }: RunDeps,
) => ({
  ...directory,
  past: await readPast(database, { inSight: request.inSight, texts }),
});

const askModel = async (
  shown: string,
  { state, directory, request }: Asking,
  deps: RunDeps,
): Promise<Read | null> => {
  const { models, modelBudgetMs: budgetMs, signal } = deps;
  if (models.placeOf("requests") === null) return null;
  const known = await withPastOf({ request, directory }, deps);
  const aside = namedAside(shown, { directory: known, isAllHidden: models.hasPseudonyms });
  const model = models.for({ user: "requests", runId: state.runId });
  const answer = await refine<Read>(askedOfModel(aside.shown), { model, budgetMs, signal });
  const told = askedOf("requests", answer, models);
  const about = { runId: state.runId, caseId: null, correlationId: state.correlationId };
  if (told) await recordAsked(told, { ...about, isDegraded: answer.wording === null }, deps);
  return answer.wording && withNames(answer.wording, aside);
};

const withNames = (read: Read, aside: NamedAside): Read => {
  const back = (piece: string | null): string | null =>
    piece === null ? null : aside.withNames(piece);
  return {
    ...read,
    candidate: back(read.candidate),
    person: back(read.person),
    posting: back(read.posting),
    when: back(read.when),
  };
};

/** What a model is asked of a request without what it quotes, and without the names of candidates. */
export const askedOfModel = (shown: string): RefineRequest<Read> => ({
  schema: Read,
  name: "request",
  prompt: REQUEST_PROMPT,
  draft: {
    request: shown,
    intent: "none",
    candidate: null,
    person: null,
    posting: null,
    when: null,
  },
});

interface Checking {
  shown: string;
  asked: Asked;
  directory: Directory;
}

/** What code makes of a model's reading. Shape: null when it may not be used. */
export const checked = (
  read: Read,
  { shown, asked, directory }: Checking,
): Understanding | null => {
  const { intent, candidate, person, posting, when } = read;
  if (intent === "none") return null;
  if (intent === "reschedule" && isMoveToRound(fold(shown), directory.stages)) return null;
  const pieces = [candidate, person, posting, when].filter((piece) => piece !== null);
  // Only what stands in the request, as it stands there.
  if (!pieces.every((piece) => piece.trim() !== "" && fold(shown).includes(fold(piece))))
    return null;
  const text = PHRASES[intent](read).replaceAll(/\s+/gu, " ").trim();
  if (refusalIn(fold(text)) !== null) return null;
  const again = readWithPast({ ...asked, text }, directory);
  if (again.is === "cannot") return null;
  if (again.is === "asks") return isLost(again.asked) ? null : again;
  if (again.intent !== intent) return null;
  if (!PROPOSING.has(intent)) return again;
  return {
    is: "asks",
    asked: "did_you_mean",
    question: "Is that what you mean?",
    choices: [
      {
        label: text,
        text,
        ...(again.slots.caseId !== undefined && { caseId: again.slots.caseId }),
      },
    ],
  };
};

const isLost = (asked: Extract<Understanding, { is: "asks" }>["asked"]): boolean =>
  asked === "no_keyword" || asked === "not_understood";

const of = (word: string, piece: string | null): string =>
  piece === null ? "" : `${word} ${piece}`;

/** A reading in our own words. */
const PHRASES: Record<Exclude<Read["intent"], "none">, (read: Read) => string> = {
  today: () => "What waits for me",
  status: ({ candidate }) => `Status ${of("of", candidate)}`,
  owes_feedback: ({ candidate, person, posting }) =>
    person === null
      ? `Who owes feedback ${of("for", candidate ?? posting)}`
      : `Does ${person} owe feedback`,
  why_not: ({ candidate, when }) => `Why was ${when ?? "that"} not offered ${of("to", candidate)}`,
  reschedule: ({ candidate, when, person }) =>
    `Reschedule ${candidate ?? ""} ${of("to", when)} ${of("with", person)}`,
  schedule: ({ candidate, when, person }) =>
    `Schedule ${candidate ?? ""} ${of("on", when)} ${of("with", person)}`,
  cancel: ({ candidate }) => `Cancel ${candidate ?? ""}`,
  replace: ({ person, candidate }) =>
    `Find a replacement ${of("for", person)} ${of("for", candidate)}`,
  brief_again: ({ person, candidate }) => `Brief ${person ?? ""} again ${of("for", candidate)}`,
  remind_feedback: ({ person, candidate }) =>
    `Remind ${person ?? ""} of feedback ${of("for", candidate)}`,
};
