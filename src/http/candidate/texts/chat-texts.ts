/** What a language file holds of the page of the candidate's assistant. */

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
  left: string;
  over: string;

  conversation: string;
  start: string;
  suggestions: string;
  you: string;
  assistant: string;
  aPerson: string;
  sources(count: number): string;
  /** What is of the case says so by its title. */
  sourceKinds: Record<"posting" | "guide" | "policy", string>;
  handedOver: string;
  /** Without script nothing comes by itself. */
  lookAgain: string;

  question: string;
  message: string;
  limit(most: string): string;
  send: string;
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
