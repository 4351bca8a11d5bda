/** What may get into a brief: asked of every sentence, ours, quoted or a model's. */
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import type { Kind } from "../../src/language/checker/types.ts";
import { hasForeignMatter } from "./foreign-matter.ts";
import { maskerOf } from "./names.ts";
import { inAllManners, neutraliser } from "./neutral.ts";
import { ordersFound, tellsReaders } from "./orders.ts";
import { asWork, tellsOfOwnLife } from "./own-life.ts";
import { isPraise } from "./praise.ts";
import { ASKED_OF_LIFE, EPOCH, PRIVATE, PRIVATE_IN_TALK, SCHOOL_YEAR } from "./private-matters.ts";
import { sentencesIn } from "./sentences.ts";

/** Why a sentence may not get in. */
export type Refusal =
  | "speaks to software"
  | "tells readers what to do"
  | "is a verdict"
  | "carries a link"
  | "is private";

/** Where a sentence comes from, or what it is: more is refused of what people say of people. */
export type Manuscript = "person" | "resume" | "posting" | "ours" | "ask" | "agenda";

/** Why not; null: it may. */
export type Screen = (text: string, what: Manuscript) => Refusal | null;

const KINDS: Record<Manuscript, readonly Kind[]> = {
  person: ["feedback", "question"],
  resume: ["feedback"],
  posting: ["job_text"],
  ours: ["feedback"],
  ask: ["question"],
  agenda: ["question", "feedback"],
};

/** Our own sentences quote what the company asks for. */
const AUTHORS = {
  person: "anybody",
  resume: "anybody",
  posting: "company",
  ours: "company",
  ask: "company",
  agenda: "company",
} as const;

/** What others wrote: an agenda and our own questions are there to tell an interviewer what to ask. */
const OF_OTHERS: ReadonlySet<Manuscript> = new Set(["person", "resume", "posting"]);

/** A verdict: it would come before the reader's own. */
const VERDICT =
  /\b(?:hire|hiring|reject\w*|recommend\w*|thumbs|score[ds]?|rating|rated|rank\w*|best candidate|strong (?:yes|no)|weak (?:yes|no)|pass on)\b/i;

/** A guess, and what is felt. */
const GUESS =
  /\b(?:seems?|seemed|(?:they|candidate) (?:may|might|could|must) be|maybe|perhaps|probably|presumably|apparently|supposedly|allegedly|guess\w*|suspect\w*|rumou?rs?|hearsay|i think|i feel|i felt|gut|vibes?|personality|culture fit)\b/i;

/** Whether a sentence says what is to become of somebody, or how they compare. */
export const isVerdict = (text: string): boolean => VERDICT.test(text);

/** Whether a sentence of a note or of feedback is a verdict or a guess. */
export const isVerdictOrGuess = (neutral: string): boolean =>
  isVerdict(neutral) || GUESS.test(neutral);

const isFlagged = (text: string, kind: Kind): boolean =>
  checkLanguage(text, { kind, isDoubtKept: true }).some(
    ({ category, severity }) => severity !== "advice" && category !== "unfilled",
  );

/** What we say ourselves is judged without what it quotes: each quotation is judged as what it is, where it is cited. */
const QUOTATION = /“[^”]*”/g;

/** The screen of one candidate's brief: who they are changes nothing, for it reads each sentence in all manners. `names`: of
 * employers and schools, which say nothing of a person whatever they are called. */
export const createScreen = (candidateName: string, names: readonly string[] = []): Screen => {
  const known = new Map<string, Refusal | null>();
  const inTalk = neutraliser(candidateName, "in talk");
  const inDocuments = neutraliser(candidateName);
  const mask = maskerOf(names);
  const look = (text: string, what: Manuscript): Refusal | null => {
    const neutralise = what === "person" || what === "agenda" ? inTalk : inDocuments;
    if (ordersFound(text, AUTHORS[what]).length > 0) return "speaks to software";
    if (OF_OTHERS.has(what) && tellsAnyReader(neutralise(text))) return "tells readers what to do";
    if (what === "resume" && sentencesIn(inDocuments(text)).some((one) => isPraise(one.text)))
      return "is a verdict";
    // A posting speaks of nobody yet: its pronouns are those of customers and teams.
    const all = what === "posting" ? [neutralise(text)] : inAllManners(text, neutralise);
    // An agenda may name a page of the company's own.
    const isLinked = what !== "agenda" && (all.some(hasForeignMatter) || hasForeignMatter(text));
    if (isLinked) return "carries a link";
    const isOurs = what === "ours" || what === "ask";
    // Resumes name employers; in what people say of people, the same word may be meant as it is.
    const forms = all
      .map((form) => (isOurs ? form.replaceAll(QUOTATION, "that") : form))
      .map((form) => (isOurs || what === "resume" ? mask(form) : form));
    const read = what === "resume" ? forms.map(asWork) : forms;
    const isPrivate =
      (what === "resume" && forms.some(tellsOfOwnLife)) ||
      read.some((form) => isPrivateIn(form, what)) ||
      read.some((form) => KINDS[what].some((kind) => isFlagged(form, kind)));
    return isPrivate ? "is private" : null;
  };
  return (text, what) => {
    const key = `${what} ${text}`;
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before ?? null;
    const found = look(text, what);
    known.set(key, found);
    return found;
  };
};

const tellsAnyReader = (text: string): boolean =>
  sentencesIn(text).some((one) => tellsReaders(one.text));

const isPrivateIn = (text: string, what: Manuscript): boolean => {
  if (what === "agenda") return PRIVATE.test(text) || ASKED_OF_LIFE.test(text);
  if (what === "person")
    return PRIVATE.test(text) || PRIVATE_IN_TALK.test(text) || EPOCH.test(text);
  return what === "resume" && (PRIVATE.test(text) || SCHOOL_YEAR.test(text) || EPOCH.test(text));
};
