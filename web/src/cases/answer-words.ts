/** What candidates say, in words of people. */
import type { AnswerItem } from "../../../src/http/api/schemas.ts";

/** One plain sentence for each kind. */
export const ANSWER_WORDS: Record<AnswerItem["kind"], string> = {
  confirmed: "Confirmed that they will come",
  needs: "Told what they need, or how their name is said",
  picked: "Chose a time",
  availability: "Told when they could",
  wants_move: "Asks for another time",
  wants_cancel: "Asks to cancel",
  wants_person: "Asks for a person",
  no_reminders: "Wants no more reminders",
  reminders_again: "Wants reminders again",
};
