/** What a language file of the candidate's page holds. Dates and names are put in; sentences are whole, so that a translator
 * sees each as it is read. Another language is another file like `en.ts`. */
import type { AnswerKind } from "../../../domain/candidate-answer.ts";
import type { WhatComes } from "../what-comes.ts";
import type { ChatPageTexts } from "./chat-texts.ts";

export interface CandidateTexts {
  /** Headings of the states. */
  booked(session: string, posting: string): string;
  bookedSeveral(posting: string): string;
  offered(posting: string): string;
  booking: string;
  open(posting: string): string;
  cancelled(what: string): string;
  over: string;

  openLead: string;
  /** In its place where people arrange it. */
  openByPeople: string;
  /** Beside it, to whoever marks times all the same. */
  availabilityByPeople: string;
  cancelledLead: string;
  bookingLead: string;
  overLead: string;
  /** Over, in a case that goes on. */
  pastLead: string;
  /** Where a person can still be asked on the page, and where not. */
  askLead: string;
  replyLead: string;
  offeredLead: string;
  offeredUntil(when: string): string;
  offeredEach: string;
  pickLost: string;
  noneSuits: string;

  minutes(count: number): string;
  with: string;
  /** Whoever is in the room and whom they do not meet as an interviewer. */
  alsoThere: string;
  learning: Readonly<Record<"shadow" | "reverse_shadow", (name: string) => string>>;
  where: string;
  length: string;
  prepare: string;
  whereVideo: string;
  wherePhone: string;
  whereOnsite: string;
  whereRoom(room: string): string;
  joinVideo: string;
  calendarFile: string;

  confirm: string;
  confirmed: string;

  needsTitle: string;
  needsLead: string;
  needs: string;
  needsHint: string;
  pronunciation: string;
  pronunciationHint: string;
  needsSend: string;
  needsTold(when: string): string;

  moveTitle: string;
  moveLead: string;
  moveReason: string;
  moveSend: string;
  moveAsked(when: string): string;
  /** A person has said no to it. */
  moveKept(when: string): string;
  /** Only where they may ask again here. */
  moveAgain: string;
  moveTooOften: string;
  moveTooLate: string;
  /** On the button that asks a person, where the page itself takes no wish any more. */
  moveByPerson: string;
  moveUntil(when: string): string;

  cancelTitle: string;
  cancelLead: string;
  cancelReason: string;
  cancelSend: string;
  cancelAsked(when: string): string;

  personTitle: string;
  personLead: string;
  /** In its place once they have pressed it, or somebody has noted it for them. */
  optedOut(when: string): string;
  /** Opens all that is told of the software. */
  noticeWhole: string;
  personSend: string;
  /** On the same button once no software arranges anything any more. */
  personAgain: string;
  personAsked(when: string): string;
  /** A person has seen to it; they may ask again. */
  personSeenTo(when: string): string;

  availabilityTitle: string;
  availabilityLead: string;
  availabilityParts: Record<"am" | "noon" | "pm", string>;
  availabilityWords: string;
  availabilityWordsHint: string;
  availabilityRead: string;
  availabilityToldAt(when: string): string;
  checkTitle: string;
  checkLead: string;
  checkNone: string;
  checkAssumed: string;
  checkAsks: string;
  checkConfirm: string;
  /** Beside the question, while an interview is booked for `when`. */
  availabilityBooked(when: string): string;
  whatComes: Record<Exclude<WhatComes, "search">, (when: string) => string>;
  /** Once they have said yes. */
  whatCame: Record<"again" | "kept", string>;
  checkAgain: string;

  zone: string;
  language: string;
  show: string;
  back: string;
  again: string;
  zoneAssumed(zone: string): string;
  zoneShown(zone: string): string;
  zoneDiffers(shown: string, assumed: string): string;
  showIn(zone: string): string;
  elsewhere(times: string): string;

  /** Said once after each answer. */
  thanks: Record<AnswerKind, string>;
  takenAlready: string;

  chat: ChatPageTexts;

  tooLong: string;
  nothingSaid: string;
  nothingMarked: string;
  tooManyTimes: string;

  errors: Record<"invalid" | "expired" | "tooMany" | "refused" | "broken", ErrorWords>;
}

export interface ErrorWords {
  title: string;
  words: string;
}
