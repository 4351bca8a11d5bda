/** Everything that the assistant may know in one conversation, read afresh for each question by the candidate's own link. */
import type { ChatKnowledge } from "../../../../agents/candidate-chat/knowledge.ts";
import { policiesOf } from "../../../../agents/candidate-chat/policies.ts";
import {
  knownAbout,
  knownTitled,
  postingKnown,
  searchKnown,
} from "../../../../agents/candidate-chat/search-known.ts";
import { readSeated, whoIsTold } from "../../../cases/who-is-told.ts";
import { AppError } from "../../../domain/errors.ts";
import { cleanText, shorten, shownName } from "../../../domain/quoted.ts";
import type { Passage } from "../../../guides/passage.ts";
import { type PassageDeps, readPassages } from "../../../guides/reader.ts";
import type { LeverReader, LeverUser, Posting } from "../../../lever/port.ts";
import type { Texts } from "../../../privacy/texts.ts";
import {
  type Shown,
  interviewNamesIn,
  interviewsIn,
  knownCase,
  mayDoNow,
  metIn,
  momentsIn,
  whenIn,
} from "./known-case.ts";

export interface KnowledgeDeps extends PassageDeps {
  lever: Pick<
    LeverReader,
    "getOpportunity" | "getPosting" | "getUser" | "listPanels" | "listUsers"
  >;
  company: { name: string; zone: string };
  texts: Texts;
}

/** The knowledge of this visit. What Lever does not answer just now is not known. */
export const readKnowledge = async (shown: Shown, deps: KnowledgeDeps): Promise<ChatKnowledge> => {
  const { case_ } = shown.visit;
  const [posting, opportunity, guide] = await Promise.all([
    case_.postingId === null ? null : orNull(deps.lever.getPosting(case_.postingId)),
    orNull(deps.lever.getOpportunity(case_.opportunityId)),
    readPassages(deps, { postingId: case_.postingId }),
  ]);
  const open = posting?.confidential === true ? null : posting;
  const text = postingPassages(open);
  return {
    case: knownCase(shown),
    posting: text.map(postingKnown),
    policies: policiesOf(deps.company.name),
    search: (question) => searchKnown({ guide, posting: text }, question),
    about: (subject, question) => knownAbout({ guide, posting: text }, subject, question),
    titled: (title) => knownTitled(guide, title),
    mayDo: mayDoNow(shown.view),
    isEnded: shown.view.state.kind === "over" || shown.view.state.kind === "cancelled",
    mayHandOver:
      !case_.isConfidential && opportunity?.confidential !== true && posting?.confidential !== true,
    interviews: interviewsIn(shown.view),
    met: metIn(shown.view),
    whenIn: (zone) => whenIn(shown, zone),
    moments: momentsIn(shown),
    named: [
      deps.company.name,
      ...(open ? [cleanText(open.title)] : []),
      ...interviewNamesIn(shown.view),
    ],
    person: personOf(await whoAnswers(shown.visit, { opportunity, posting }, deps)),
  };
};

/** Null while Lever does not say it. */
export const orNull = async <Value>(reading: Promise<Value>): Promise<Value | null> => {
  try {
    return await reading;
  } catch (thrown) {
    // What is not there, or not to be had just now, is not known; the answer says so and a person is asked.
    if (thrown instanceof AppError && thrown.fault === "upstream") return null;
    throw thrown;
  }
};

/** Who is told what they ask. Shape: null where that is nobody, or somebody who interviews them. */
const whoAnswers = async (
  { case_ }: Pick<Shown["visit"], "case_">,
  of: Parameters<typeof whoIsTold>[0],
  { database, texts, lever }: KnowledgeDeps,
): Promise<LeverUser | null> => {
  const seated = await orNull(readSeated(database, case_.opportunityId, { texts, lever }));
  const told = seated && (await orNull(whoIsTold(of, { lever, seated })));
  return told && !told.sits ? told.user : null;
};

const personOf = (user: LeverUser | null): ChatKnowledge["person"] =>
  user && {
    name: shownName(user.name),
    reach: "Press “Ask a person” here, or reply to any of our mails.",
  };

/** Units: characters of a posting's text. */
const LONGEST_POSTING = 12_000;
const LONGEST_PART = 500;
/** In the place of a guide's id. */
const POSTING = "posting";

/** The posting's facts and text, in parts of whole paragraphs. */
export const postingPassages = (posting: Posting | null): Passage[] => {
  if (!posting) return [];
  const { id, title, team, location, description } = posting;
  const facts = [
    `The job is ${shownName(title)}.`,
    ...(team === null ? [] : [`The team is ${shownName(team)}.`]),
    ...(location === null ? [] : [`The location is ${shownName(location)}.`]),
  ].join(" ");
  const whole = cleanText(shorten(description.quoted, LONGEST_POSTING));
  return [facts, ...partsOf(whole)].map((text, version) => ({
    guideId: POSTING,
    version,
    scope: { kind: "posting", postingId: id },
    title: `Job posting: ${shownName(title)}`,
    text,
  }));
};

const partsOf = (text: string): string[] => {
  const parts: string[] = [];
  for (const paragraph of text.split(/\n\s*\n|\n(?=[-•*]\s)/)) {
    const words = paragraph.trim();
    const last = parts.at(-1);
    if (words === "") continue;
    if (last !== undefined && last.length + words.length <= LONGEST_PART) {
      parts[parts.length - 1] = `${last}\n${words}`;
    } else parts.push(shorten(words, 3 * LONGEST_PART));
  }
  return parts;
};
