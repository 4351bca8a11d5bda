/** What a language file holds of the page of the candidate's assistant. */
import type { ChatActKind } from "../../../domain/chat.ts";

export interface ChatPageTexts {
  title: string;
  /** On the candidate's page, and what is behind it. */
  link: string;
  linkLead: string;
  /** The same for who has left the assistant. */
  linkToPerson: string;
  linkToPersonLead: string;

  about: string;
  /** That it is software, what it can do, and who is behind it; null: nobody is named. */
  lead(person: string | null): string;
  whole: string;
  canDo: readonly string[];
  left: string;
  over: string;

  conversation: string;
  start: string;
  suggestions: string;
  /** Questions that are answered from what is there now. */
  suggested: Record<
    "when" | "people" | "video" | "place" | "prepare" | "move" | "job" | "decides" | "reads",
    string
  >;
  you: string;
  assistant: string;
  aPerson: string;
  sources(count: number): string;
  /** What is of the case says so by its title. */
  sourceKinds: Record<"posting" | "guide" | "policy", string>;
  /** In the place of what is not readable any more. */
  erased: string;
  handedOver: string;
  /** Without script nothing comes by itself. */
  lookAgain: string;

  question: string;
  message: string;
  limit(most: string): string;
  send: string;
  /** What stands on each button. */
  acts: Record<ChatActKind, string>;
  otherWords: string;
  otherWordsLabel: string;

  needsTitle: string;
  needs: string;
  leaveTitle: string;
  leaveLead: string;

  back: string;

  /** What the page's script says. */
  script: {
    working: string;
    /** `{n}` stands for the number. */
    charactersLeft: string;
    tooLong: string;
    empty: string;
    oneMoment: string;
    enterSends: string;
    notSent: string;
    cut: string;
    broken: string;
    aPersonAnswered: string;
  };
}
