/** All that the assistant may know: of one case, put together by whoever opened its candidate's link. Nothing here takes an id, so nothing
 * of anybody else can be asked for. */
import type { ChatActKind, ChatSource, ChatTranslation } from "../../src/domain/chat.ts";
import { shorten } from "../../src/domain/quoted.ts";
import type { OwnInterview } from "./own-interviews.ts";
import type { Subject } from "./subject.ts";

/** One thing that is known, with a name to cite it by. */
export interface Known extends ChatSource {
  id: string;
  /** Of which of their own interviews, by its name; without it: of all of them, or of none. */
  of?: string;
}

/** What is known of the candidate's own interviews, each in whole sentences. */
const CASE_FACTS = ["when", "people", "place", "length", "prepare", "stands", "move"] as const;
export type CaseFact = (typeof CASE_FACTS)[number];

/** What holds for everybody. */
const POLICIES = [
  "software",
  "data",
  "decisions",
  "needs",
  "changes",
  "cancel",
  "reminders",
] as const;
export type PolicyName = (typeof POLICIES)[number];

/** What was found in the company's guide, with how much of the question it holds. */
export interface FoundKnown extends Known {
  /** 0 to 1: the share of the question's own words that it holds. */
  share: number;
  /** How many of the question's own words stand in it; by the others it was found by words of the same idea alone. */
  verbatim: number;
  /** Whether one of them stands in its heading, or among those by which it is to be found. */
  isNamed: boolean;
  /** Whether it was written as the answer to this very question. */
  isAsked: boolean;
  /** How many words of the question tell what is asked about. */
  asked: number;
  /** Higher is nearer. */
  rank: number;
}

/** A time that stands in the facts of the case. */
export interface KnownMoment {
  /** As it stands there, with its zone. */
  words: string;
  /** The same by the customs of another language (BCP 47), worded by code; null: it stays as it is. */
  inLanguage(language: string): string | null;
}

/** The knowledge of one conversation. */
export interface ChatKnowledge {
  case: Readonly<Record<CaseFact, readonly Known[]>>;
  posting: readonly Known[];
  policies: Readonly<Record<PolicyName, Known>>;
  /** The best of the guide and of the posting's text for a question, best first. */
  search(question: string): readonly FoundKnown[];
  /** What the guide or the posting's text tells of a subject; empty: nothing. */
  about(subject: Subject, question: string): readonly Known[];
  /** What stands in the guide under a title, in any letters; empty: there is none. */
  titled(title: string): readonly Known[];
  /** Buttons that would do something now. */
  mayDo: ReadonlySet<ChatActKind>;
  /** Their own interviews, in the order of time. */
  interviews: readonly OwnInterview[];
  /** Names of whom they meet. */
  met: readonly string[];
  /** When it is by the clock of another zone; empty: no time is booked. */
  whenIn(zone: string): readonly Known[];
  /** The times that its facts tell. */
  moments: readonly KnownMoment[];
  /** What the company has named: itself, the posting, each interview. */
  named: readonly string[];
  /** Whether the interview was taken back or its time has passed: acts on it are over. */
  isEnded: boolean;
  /** Whether a question can be handed to a person from here: of what is for few in Lever nothing is shown to anybody. */
  mayHandOver: boolean;
  /** Who answers what is not known here; null: nobody is named. */
  person: { name: string; reach: string } | null;
}

/** What an answer of the assistant is, before it is kept. */
export interface ChatReply {
  text: string;
  /** The same sentence by sentence, where some of it is translated. */
  translation?: ChatTranslation;
  sources: ChatSource[];
  /** Titles of the guide that may be meant, to choose from; a chosen one is asked as it stands. */
  choices?: string[];
  actions: ChatActKind[];
  topic: string;
  /** Whether a person is asked, with the question. */
  isHandedOver: boolean;
  /** A person is asked about what of it is not answered here. */
  isRestHandedOver?: true;
}

/** A source as it is shown. */
export const sourceOf = ({ kind, title, excerpt }: Known): ChatSource => ({ kind, title, excerpt });

/** Units: characters of one passage in an answer. */
const LONGEST_PASSAGE = 900;

/** Its words in an answer: cut at the end of a sentence where they are many. */
export const wordsOf = ({ excerpt }: Known): string => {
  if (excerpt.length <= LONGEST_PASSAGE) return excerpt;
  const cut = shorten(excerpt, LONGEST_PASSAGE);
  // At the end of a sentence, where there is one in what is shown.
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("\n"));
  return end > LONGEST_PASSAGE / 2 ? cut.slice(0, end + 1).trim() : `${cut.trim()}…`;
};
