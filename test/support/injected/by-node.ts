/** What nodes of a run propose by themselves, without a specialist's steps: run in a candidacy's own books. */
import { scheduling } from "../../../agents/scheduling/agent.ts";
import { createAlert } from "../../../graphs/nodes/alert.ts";
import { createChat } from "../../../graphs/nodes/chat.ts";
import { createDebrief } from "../../../graphs/nodes/debrief.ts";
import { createDigest } from "../../../graphs/nodes/digest.ts";
import { NEEDS_TOLD } from "../../../graphs/routes.ts";
import { ANSWERS_DUE } from "../../../src/cases/answers-told.ts";
import {
  QUESTION_ASKED,
  answerQuestion,
  listQuestions,
} from "../../../src/cases/candidate-questions.ts";
import { setCase } from "../../../src/cases/cases.ts";
import { CHAT_NOTE_DUE } from "../../../src/cases/chat-notes.ts";
import { DIGEST_DUE, claimDay } from "../../../src/cases/daily-digests.ts";
import { readSubjects } from "../../../src/cases/day-rows.ts";
import { DEBRIEF_DUE } from "../../../src/cases/debrief.ts";
import { ALERT_DUE, keepSearch } from "../../../src/cases/searches.ts";
import type { Database } from "../../../src/db/port.ts";
import { streamOfDays } from "../../../src/domain/daily-digest.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { RunId } from "../../../src/domain/ids.ts";
import { NoFit } from "../../../src/domain/no-fit.ts";
import { answered, pressed, sent } from "./chat-visit.ts";
import { type Standee, eventOf, happen, proposedBy, standAt } from "./desk.ts";
import { type Prepared, proposed, runOf, steps } from "./prepare.ts";
import { NOW, type Written } from "./written.ts";

type Prepare = (written: Written, database: Database) => Promise<Prepared>;

/** A question that they press a button with. */
export const questionTold: Prepare = async (written, database) => {
  const standee = await standAt(written, { at: "onsite" }, database);
  await pressed(standee, { kind: "ask_a_person", text: written.chatWords });
  const event = await eventOf(standee, QUESTION_ASKED);
  return proposed(await proposedBy(standee, { event, node: createChat }));
};

/** That a person has answered it. */
export const answerTold: Prepare = async (written, database) => {
  const standee = await standAt(written, { at: "onsite" }, database);
  const { case_, desk } = standee;
  await pressed(standee, { kind: "ask_a_person", text: written.chatWords });
  const [asked] = await listQuestions(database, { isOpen: true });
  if (!asked) throw new Error("nothing was asked");
  await database.transaction(async (tx) => {
    const answer = { id: asked.id, case_, text: "You may.", by: "Rosa Lind" };
    await answerQuestion(tx, answer, desk);
  });
  const data = { caseId: case_.id };
  const event = await happen(standee, { source: "clock", kind: ANSWERS_DUE, data });
  return proposed(await proposedBy(standee, { event, node: createChat }));
};

/** What they need, on their page. */
export const needsTold: Prepare = async (written, database) => {
  const standee = await standAt(written, { at: "onsite" }, database);
  await sent(standee, { needs: written.chatWords, pronunciation: "" });
  const event = await eventOf(standee, NEEDS_TOLD);
  return proposed(await proposedBy(standee, { event, node: createChat }));
};

/** What a conversation was about. */
export const chatNoted: Prepare = async (written, database) => {
  const standee = await standAt(written, { at: "onsite" }, database);
  const data = { caseId: standee.case_.id, after: 0 };
  // Known before it is said how much is to be counted: each thing that is written down takes a number.
  const event = await happen(standee, { source: "clock", kind: CHAT_NOTE_DUE, data });
  await answered(standee, written.earlierWords);
  await answered(standee, written.chatWords);
  // Of what may be of a need nothing is noted; here words are held that are.
  await database.query("update chat_messages set is_private = false");
  return proposed(await proposedBy(standee, { event, node: createChat }));
};

/** That a panel meets. */
export const debriefFound: Prepare = async (written, database) => {
  const standee = await standAt(written, { at: "screen" }, database);
  const data = { caseId: standee.case_.id };
  const event = await happen(standee, { source: "clock", kind: DEBRIEF_DUE, data });
  return proposed(await proposedBy(standee, { event, node: createDebrief }));
};

/** What stands in the way where nobody has any time, as the scheduling specialist finds it. */
const findNothing = async ({
  written,
  deps,
}: Standee): Promise<{ words: string; noFit: NoFit }> => {
  try {
    await steps(scheduling, runOf(written, "onsite"), {
      ...deps.tools,
      clock: deps.clock,
      caller: { kind: "agent", name: "scheduling", mayPropose: false },
      signal: deps.signal,
      log: deps.log,
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { words: thrown.message, noFit: NoFit.parse(thrown.data["noFit"]) };
  }
  throw new Error("something fits");
};

/** A candidacy for which nothing fits. */
const blocked: (written: Written, database: Database) => Promise<Standee> = async (
  written,
  database,
) => {
  const standee = await standAt(written, { at: "onsite", isFull: true }, database);
  const { desk, case_ } = standee;
  const { words, noFit } = await findNothing(standee);
  await desk.database.transaction(async (tx) => {
    const wishes = { planId: null, panelistIds: [] };
    const runId = RunId.parse("run_search");
    await keepSearch(tx, { caseId: case_.id, runId, noFit, wishes, isByPerson: false }, desk);
    const problems = [{ code: "no_slot", message: words }];
    const { id } = case_;
    await setCase(
      tx,
      { id, status: "blocked", nextStep: "", problems, isSearched: true },
      desk.clock,
    );
  });
  return standee;
};

/** That nothing fits. */
export const alerted: Prepare = async (written, database) => {
  const standee = await blocked(written, database);
  const data = { caseId: standee.case_.id };
  const event = await happen(standee, { source: "clock", kind: ALERT_DUE, data });
  return proposed(await proposedBy(standee, { event, node: createAlert }));
};

const ROSA = "user-rosa";

/** A recruiter's day: a case for which nothing fits, and a form that is owed. */
export const digested: Prepare = async (written, database) => {
  const standee = await blocked(written, database);
  const { desk, case_ } = standee;
  await desk.database.transaction(async (tx) => {
    await claimDay(tx, {
      userId: ROSA,
      day: "2026-11-23",
      since: NOW.subtract({ hours: 24 }),
      until: NOW,
    });
    await tx.query(
      `insert into feedback_owed (opportunity_id, interview_id, user_id, panel_id, case_id, template_id, starts_at, ends_at, lever_reminds, status)
       values ($1, 'interview-screen', 'user-jonas', 'panel-screen', $2, 'tpl', $3, $4, false, 'owed')`,
      [
        case_.opportunityId,
        case_.id,
        NOW.subtract({ hours: 73 }).toString(),
        NOW.subtract({ hours: 72 }).toString(),
      ],
    );
  });
  const event = await happen(standee, {
    source: "clock",
    kind: DIGEST_DUE,
    data: { userId: ROSA, zone: "Europe/Lisbon" },
    opportunityId: streamOfDays(ROSA),
  });
  const made = await proposedBy(standee, { event, node: createDigest, isOfCase: false });
  const subjects = await readSubjects(database, [case_.id], desk.texts);
  const subject = subjects.get(case_.id) ?? "";
  return proposed(made.map((proposal) => ({ ...proposal, subject })));
};
