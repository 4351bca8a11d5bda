/** Sentences as recruiters in a hurry write them: what each comes to. `zoe`: on the page of Zoë's case. */
import { expect, test } from "vitest";
import { readRequest } from "../../../src/requests/read-request.ts";
import type { Directory, Understanding } from "../../../src/requests/understanding.ts";

const case_ = (caseId: string, name: string, [postingId, postingTitle]: [string, string]) => ({
  caseId,
  name,
  postingId,
  postingTitle,
  stageName: "Onsite",
});

const DIRECTORY: Directory = {
  cases: [
    case_("zoe", "Zoë Müller", ["pd", "Product Designer"]),
    case_("ada", "Ada Lovelace", ["be", "Backend Engineer"]),
    case_("wei", "Wei Chen", ["be", "Backend Engineer"]),
    case_("li", "Li Chen", ["pd", "Product Designer"]),
    case_("garcia-da", "María García", ["da", "Data Analyst"]),
    case_("garcia-pd", "María García", ["pd", "Product Designer"]),
  ],
  users: [
    { userId: "grace", name: "Grace Hopper", email: "grace@example.com" },
    { userId: "linus", name: "Linus Torvalds", email: "linus@example.com" },
  ],
  stages: ["Phone Screen", "Technical Panel", "Onsite", "Offer"],
};

const read = (text: string, caseId?: string): Understanding =>
  readRequest(
    { text, caseId, now: Temporal.Instant.from("2026-11-25T10:00:00Z"), zone: "Europe/Berlin" },
    DIRECTORY,
  );

const inShort = (found: Understanding): string => {
  if (found.is === "cannot") return `cannot ${found.refusal}`;
  if (found.is === "asks") return `asks ${found.asked}`;
  const { caseId, userId, withUserId, postingId, when } = found.slots;
  const whom = [caseId, userId, withUserId && `with ${withUserId}`, postingId, when && "then"];
  return [found.intent, ...whom].filter(Boolean).join(" ");
};

test.each([
  // Commands.
  ["CANCEL ADA", "cancel ada"],
  ["cancle ada lovelace!!!", "cancel ada"],
  ["pls cancel ada, thx", "cancel ada"],
  ["cancel everything for Ada", "cancel ada"],
  ["can u move Zoe to tmrw morning", "reschedule zoe then"],
  ["move Ada to next Tuesday 3pm pls!!", "reschedule ada then"],
  ["reschdule Ada to frdiay", "reschedule ada then"],
  ["move Friday's interview with Ada to Monday", "reschedule ada then"],
  ["move Ada to Friday, not Thursday", "reschedule ada then"],
  ["move Ada to Friday or Monday", "reschedule ada then"],
  ["Ada needs another time", "reschedule ada"],
  ["Ada can't make it on Thursday, find another time", "reschedule ada then"],
  ["move María García data analyst to Friday", "reschedule garcia-da then"],
  ["find times for Ada next wk mornings only no Monday", "schedule ada then"],
  ["schedule Ada with Grace", "schedule ada with grace"],
  ["rebrief panel of ada", "brief_again ada"],
  ["send Linus the brief for Ada again", "brief_again ada linus"],
  ["swap Linus out of Ada's loop", "replace ada linus"],
  ["remind Grace about feedback for Ada", "remind_feedback ada grace"],
  // What is only told.
  ["who's interviewing Ada", "status ada"],
  ["whats up with ada", "status ada"],
  ["has zoe been cancelled?", "status zoe"],
  ["who hasnt submitted fb for ada", "owes_feedback ada"],
  ["does Linus owe anything", "owes_feedback linus"],
  ["who owes feedback besides Grace", "owes_feedback"],
  ["who owes feedback for the backend role", "owes_feedback be"],
  ["who owes feedback for the backend role except Ada", "owes_feedback be"],
  ["why didnt we offer Ada tuesday at 10?", "why_not ada then"],
  ["whats on my plate today", "today"],
  // Whom? One at a time.
  ["cancel", "asks which_candidate"],
  ["cancel Zebulon", "asks which_candidate"],
  ["move Chen to Friday", "asks which_candidate"],
  ["cancel María", "asks which_candidate"],
  ["status of Ada Byron", "asks which_candidate"],
  ["status of the backend role", "asks which_candidate"],
  ["cancel all but Ada", "asks which_candidate"],
  ["move Ada and Zoe to Friday", "asks one_at_a_time"],
  ["cancel Ada, not Zoe", "asks one_at_a_time"],
  ["cancel Ada and move Zoe to Friday", "asks one_at_a_time"],
  ["replace Grace and Linus", "asks one_at_a_time"],
  // No, if, only told, or quoted.
  ["Dont cancel Ada", "asks not_understood"],
  ["don't move Ada to Friday, move her to Monday", "asks not_understood"],
  ["If Ada agrees then move her to Monday", "asks not_understood"],
  ["if Grace is free move Ada to Friday", "asks not_understood"],
  ["cancel Ada unless she replies", "asks not_understood"],
  ["cancel Ada once Grace confirms", "asks not_understood"],
  ["Ada would like to move to Friday", "asks not_understood"],
  ["should I cancel Ada?", "asks did_you_mean"],
  ["Ada says she has to cancel", "asks did_you_mean"],
  ["I cancelled Ada", "asks no_keyword"],
  ["> cancel Ada", "asks no_keyword"],
  ['"move Ada to Friday" - Zoe wrote this', "asks no_keyword"],
  ["who has handed in feedback", "asks not_understood"],
  // Times that are none.
  ["move Ada to the 31st of February", "asks when"],
  ["move Ada to Friday the 13th", "asks when"],
  ["move Ada to 3pm her time", "asks when"],
  ["push Ada 30 min", "asks when"],
  ["move Ada to after her flight", "asks not_understood"],
  // What is not done here.
  ["Ada was great, move her to offer", "cannot decision"],
  ["tell Ada she got it", "cannot write_to"],
  ["what did Grace say about Ada", "cannot feedback_content"],
  ["pause Ada", "cannot pause_one"],
])("%s: %s", (text, expected) => {
  expect(inShort(read(text))).toBe(expected);
});

test.each([
  ["cancel it", "cancel zoe"],
  ["cancel Ada", "cancel ada"],
  ["move her a day later", "reschedule zoe then"],
  ["is it booked", "status zoe"],
  ["who interviews her", "status zoe"],
  ["why was Friday not offered", "why_not zoe then"],
  ["cancel it and tell her", "asks did_you_mean"],
  ["cancel her onsite but not the screen", "asks did_you_mean"],
  ["Zoe wrote: please cancel my interview", "asks which_candidate"],
  ["she cant do Friday", "asks no_keyword"],
  ["does anyone owe feedback here", "owes_feedback"],
])("with Zoë's case in sight, %s: %s", (text, expected) => {
  expect(inShort(read(text, "zoe"))).toBe(expected);
});

test("it is not said that nobody has a name where none is said", () => {
  for (const text of ["cancel", "move to Friday", "status of everyone"]) {
    expect(read(text)).toMatchObject({
      question: expect.stringContaining("Say it with their name"),
    });
  }
  expect(read("cancel Zebulon")).toMatchObject({
    question: expect.stringContaining("I find nobody of that name"),
  });
});
