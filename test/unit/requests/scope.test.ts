/** Whether a request is about the one before their eyes, as a whole: words about others, several or another role are asked about. */
import { describe, expect, test } from "vitest";
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
    case_("minh", "Nguyễn Thị Minh", ["da", "Data Analyst"]),
  ],
  users: [
    { userId: "hopper", name: "Grace Hopper", email: "grace@example.com" },
    { userId: "linus", name: "Linus Torvalds", email: "linus@example.com" },
  ],
  stages: ["Phone Screen", "Technical Panel", "Onsite", "Offer"],
};

const read = (text: string, caseId?: string): Understanding =>
  readRequest(
    { text, caseId, now: Temporal.Instant.from("2026-11-25T10:00:00Z"), zone: "Europe/Berlin" },
    DIRECTORY,
  );

/** Of others, of several, of nobody that is told, or of another role. */
const OF_OTHERS = [
  "cancel the Backend interview",
  "cancel the backend engineer candidate",
  "cancel the data analyst",
  "cancel the interview for the data role",
  "cancel the other one",
  "cancel Grace's interviews",
  "cancel my interviews",
  "cancel the team's interviews",
  "cancel all",
  "cancel all candidates",
  "cancel today's interviews",
  "cancel the job",
  "cancel the posting",
  "cancel the call with Linus",
  "move the backend candidate to Friday",
  "move both to Friday",
  "move everything to Friday",
  "brief me",
  "brief the candidate",
  "find a replacement for Grace in the backend interview",
  // Of the same kind.
  "cancel the backend one",
  "cancel the backend loop please",
  "cancel interviews for backend",
  "call off the data interview",
  "cancel the others",
  "cancel another one",
  "cancel both interviews",
  "cancel every interview",
  "cancel each of them",
  "cancel any interview",
  "cancel the rest",
  "cancel some interviews",
  "cancel someone",
  "cancel somebody's interview",
  "cancel two interviews",
  "cancel the first one",
  "cancel the second one",
  "cancel the last one",
  "cancel the one before",
  "cancel the one after this",
  "cancel those",
  "cancel these interviews",
  "cancel our interviews",
  "cancel your interviews",
  "cancel the interviewer",
  "cancel the interviewers",
  "cancel the team",
  "cancel the role",
  "cancel this position",
  "cancel an interview",
  "cancel the candidates",
  "cancel Linus",
  "cancel who is next",
  "cancel it all",
  "cancel it and the other one",
  "cancel today's interview",
  "cancel the interviews today",
  "cancel with Grace",
  "cancel Grace and Linus",
  "move the data role interview to Friday",
  "move the other candidate to Friday",
  "move all interviews to Friday",
  "move everyone to Friday",
  "move my interviews to Friday",
  "move the team's interviews to Friday",
  "move somebody to Friday",
  "move every candidate to Friday",
  "move the rest to Friday",
  "move two of them to Friday",
  "move the first one to Friday",
  "move the last one to Friday",
  "move those to Friday",
  "move the job to Friday",
  "move the interviewer to Friday",
  "move Linus to Friday",
  "move today's interviews to Friday",
  "move Friday's interviews to Monday",
  "move tomorrow's interview to Friday",
  "move the loop with Grace to Friday",
  "cancel Friday's interview",
  "push everything back an hour",
  "postpone both by a day",
  "delay all interviews by an hour",
  "move it and the rest to Friday",
  "cancel Zoë's other interview",
  "move Zoë and the others to Friday",
  "cancel both Zoë and Ada",
  "call everything off",
  "move an interview to Friday",
  "move any candidate to Friday",
  "reschedule all",
  "reschedule both",
  "reschedule the backend interview",
  "reschedule my interview",
  "reschedule the others to next week",
  "find times for the backend candidate",
  "find times for both",
  "find times for everyone",
  "find times for somebody next week",
  "schedule the data analyst for Friday",
  "schedule another candidate on Friday",
  "schedule all candidates next week",
  "brief us",
  "brief the candidates",
  "brief all candidates again",
  "brief the other interviewer",
  "brief my team",
  "brief the backend panel",
  "brief Grace again for the data role",
  "brief Grace and me",
  "replace Grace in the other interview",
  "replace Grace in all interviews",
  "replace Grace with me",
  "find a replacement for Linus for the data role",
  "find a replacement for Grace in both interviews",
  "remind Grace of feedback for the data role",
  "remind Grace of feedback for the other candidate",
  "remind Grace and the others of feedback",
];

describe("words about others", () => {
  test.each(OF_OTHERS)("are no wish about the case before their eyes: %s", (text) => {
    expect(read(text, "zoe")).toMatchObject({ is: "asks" });
  });
  test.each(OF_OTHERS)("are asked about where no case is in sight: %s", (text) => {
    expect(read(text)).toMatchObject({ is: "asks" });
  });
});

test("only who interviews is no choice to cancel whoever is before their eyes", () => {
  for (const text of [
    "cancel Grace's interviews",
    "cancel Linus",
    "cancel all",
    "cancel the job",
  ]) {
    expect(read(text, "zoe")).toMatchObject({ is: "asks", choices: [] });
  }
});

describe("words about the one before their eyes", () => {
  test.each([
    "cancel",
    "cancel it",
    "cancel this",
    "cancel this one",
    "cancel the interview",
    "cancel the interviews",
    "cancel her interview",
    "cancel the onsite",
    "cancel the whole onsite please",
    "cancel the call, thanks",
    "can you cancel it for me?",
    "cancel the product designer interview",
    "cancel the interview for this role",
    "cancel all of Zoë's interviews",
    "cancel everything for Zoë",
    "cancel Zoë for the product designer role",
    "cancel our interview with Zoë",
  ])("cancel: %s", (text) => {
    expect(read(text, "zoe")).toMatchObject({ intent: "cancel", slots: { caseId: "zoe" } });
  });

  test.each([
    "move it to Friday",
    "move to Friday",
    "move the interview to any time on Friday",
    "move it to Thursday or Friday, both mornings",
    "move the product designer interview to Friday",
    "move it to any day next week",
    "move it to Friday all day",
    "find another time",
    "find me another slot next week",
    "move it to Friday at one",
    "move it to Friday at 2pm with Linus",
  ])("move: %s", (text) => {
    expect(read(text, "zoe")).toMatchObject({ intent: "reschedule", slots: { caseId: "zoe" } });
  });

  test.each([
    ["find times", "schedule"],
    ["find a time next week", "schedule"],
    ["schedule it for Friday", "schedule"],
    ["schedule an interview with Grace on Friday", "schedule"],
    ["brief the team again", "brief_again"],
    ["brief again", "brief_again"],
    ["brief again for Zoë", "brief_again"],
    ["brief Grace again", "brief_again"],
    ["find a replacement for Grace", "replace"],
    ["find another interviewer for Grace", "replace"],
    ["someone else instead of Grace", "replace"],
    ["can you find cover for Grace?", "replace"],
    ["find a replacement for Grace in the product designer interview", "replace"],
    ["remind Grace of feedback", "remind_feedback"],
  ])("are done: %s", (text, intent) => {
    expect(read(text, "zoe")).toMatchObject({ is: "intent", intent });
  });
});

describe("a role", () => {
  test("that is not that of the case before their eyes is asked about, with its candidates", () => {
    for (const caseId of ["zoe", undefined]) {
      const found = read("cancel the Backend interview", caseId);
      expect(found).toMatchObject({
        asked: "which_candidate",
        choices: [
          {
            label: "Ada Lovelace, Onsite, Backend Engineer",
            text: "cancel Ada Lovelace's interview",
            caseId: "ada",
          },
          { text: "cancel Wei Chen's interview", caseId: "wei" },
        ],
      });
    }
  });

  test.each([
    ["move the data analyst candidate to Friday", "reschedule"],
    ["cancel the data role", "cancel"],
    ["cancel the interview for the data role", "cancel"],
    ["find a replacement for Grace in the data interview", "replace"],
    ["schedule the data analyst for Friday", "schedule"],
    ["status of the data analyst", "status"],
    ["brief again for the data candidate", "brief_again"],
  ])("has choices that are understood: %s", (text, intent) => {
    const found = read(text, "zoe");
    const [choice] = found.is === "asks" ? found.choices : [];
    expect(read(choice?.text ?? "", choice?.caseId)).toMatchObject({
      intent,
      slots: { caseId: "minh" },
    });
  });

  test("that is not that of whoever is named is asked about where something would be proposed", () => {
    expect(read("cancel Ada for the data role")).toMatchObject({ is: "asks", choices: [] });
    expect(read("cancel Ada for the backend role")).toMatchObject({ slots: { caseId: "ada" } });
  });

  test("is none where its words name the round, or somebody's clock", () => {
    const stages = [...DIRECTORY.stages, "Data Review"];
    const cases = [...DIRECTORY.cases, case_("berlin", "Max Bo", ["b", "Berlin Lead"])].map(
      (known) => (known.caseId === "zoe" ? { ...known, stageName: "Data Review" } : known),
    );
    for (const text of [
      "move Zoë to Friday 3pm Berlin time",
      "move Zoë's data review to Friday",
      "move it to Friday 3pm Berlin time",
    ]) {
      const asked = { text, caseId: "zoe", now: Temporal.Instant.from("2026-11-25T10:00:00Z") };
      const found = readRequest({ ...asked, zone: "Europe/Berlin" }, { cases, users: [], stages });
      expect(found).toMatchObject({ intent: "reschedule", slots: { caseId: "zoe" } });
    }
  });
});
