/** Everything that the assistant may know in one conversation, read afresh for each question by the candidate's own link. */
import type {
  ChatKnowledge,
  FoundKnown,
  Known,
} from "../../../../agents/candidate-chat/knowledge.ts";
import { AppError } from "../../../domain/errors.ts";
import { cleanText, shorten } from "../../../domain/quoted.ts";
import type { Passage } from "../../../guides/passage.ts";
import { type PassageDeps, readPassages } from "../../../guides/reader.ts";
import { searchGuides } from "../../../guides/search.ts";
import type { LeverReader, LeverUser, Opportunity, Posting } from "../../../lever/port.ts";
import { type Shown, knownCase, mayDoNow } from "./known-case.ts";
import { policiesOf } from "./policies.ts";

export interface KnowledgeDeps extends PassageDeps {
  lever: Pick<LeverReader, "getOpportunity" | "getPosting" | "getUser">;
  company: { name: string; zone: string };
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
  const known = text.map(postingKnown);
  return {
    companyName: deps.company.name,
    postingTitle: case_.postingTitle,
    case: knownCase(shown),
    posting: known,
    policies: policiesOf(deps.company.name),
    search: (question) =>
      bestOf([
        ...searchIn({ passages: guide, known: guide.map(guideKnown) }, question),
        ...searchIn({ passages: text, known }, question),
      ]),
    mayDo: mayDoNow(shown.view),
    person: personOf(await whoAnswers(opportunity, posting, deps)),
  };
};

const orNull = async <Value>(reading: Promise<Value>): Promise<Value | null> => {
  try {
    return await reading;
  } catch (thrown) {
    // What is not there, or not to be had just now, is not known; the answer says so and a person is asked.
    if (thrown instanceof AppError && thrown.fault === "upstream") return null;
    throw thrown;
  }
};

/** Whoever coordinates it, and is there. */
const whoAnswers = async (
  opportunity: Opportunity | null,
  posting: Posting | null,
  { lever }: KnowledgeDeps,
): Promise<LeverUser | null> => {
  for (const id of [opportunity?.ownerId, posting?.ownerId]) {
    const user = id ? await orNull(lever.getUser(id)) : null;
    if (user && !user.deactivated) return user;
  }
  return null;
};

const personOf = (user: LeverUser | null): ChatKnowledge["person"] =>
  user && {
    name: cleanText(user.name),
    reach: "Press “Ask a person” here, or reply to any of our mails.",
  };

const guideKnown = ({ guideId, title, text }: Passage, index: number): Known => ({
  id: `guide.${guideId}.${index}`,
  kind: "guide",
  title,
  excerpt: text,
});

const postingKnown = ({ title, text }: Passage, index: number): Known => ({
  id: `posting.${index}`,
  kind: "posting",
  title,
  excerpt: text,
});

/** Units: characters of a posting's text. */
const LONGEST_POSTING = 12_000;
const LONGEST_PART = 500;
/** In the place of a guide's id. */
const POSTING = "posting";

/** The posting's facts and text, in parts of whole paragraphs. */
const postingPassages = (posting: Posting | null): Passage[] => {
  if (!posting) return [];
  const { id, title, team, location, description } = posting;
  const facts = [
    `The job is ${cleanText(title)}.`,
    ...(team === null ? [] : [`The team is ${cleanText(team)}.`]),
    ...(location === null ? [] : [`The location is ${cleanText(location)}.`]),
  ].join(" ");
  const whole = cleanText(shorten(description.quoted, LONGEST_POSTING));
  return [facts, ...partsOf(whole)].map((text, version) => ({
    guideId: POSTING,
    version,
    scope: { kind: "posting", postingId: id },
    title: `Job posting: ${cleanText(title)}`,
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

const MOST_FOUND = 5;

interface Searched {
  passages: readonly Passage[];
  /** Of each of them, in their order. */
  known: readonly Known[];
}

const searchIn = ({ passages, known }: Searched, question: string): FoundKnown[] => {
  const asked = wordsAsked(question);
  if (asked === 0) return [];
  return searchGuides(passages, question, MOST_FOUND).flatMap(({ matched, ...found }) => {
    const at = passages.findIndex(
      ({ title, text }) => title === found.title && text === found.text,
    );
    const one = known[at];
    return one ? [{ ...one, share: Math.min(1, matched.length / asked) }] : [];
  });
};

/** Those that hold the most of the question; of the same share the guide's, in the order in which they were found. */
const bestOf = (found: readonly FoundKnown[]): FoundKnown[] =>
  found.toSorted((one, other) => other.share - one.share).slice(0, MOST_FOUND);

/** How many words of a question can be looked for: as many as it is found by in itself. */
const wordsAsked = (question: string): number => {
  const itself: Passage = {
    guideId: "",
    version: 0,
    scope: { kind: "company" },
    title: "",
    text: question,
  };
  return searchGuides([itself], question, 1)[0]?.matched.length ?? 0;
};
