/** What a run is told of the briefs that it is to make: of which sessions, for whom, and what was sent before. */
import type { Booked } from "../agents/scheduling/booked.ts";
import type { BriefsAsked } from "../agents/specialist.ts";
import { type BriefRow, DEFAULT_BRIEF_HOURS, listBriefRows } from "../src/cases/briefs.ts";
import { readEventData } from "../src/cases/event-data.ts";
import { openBrief } from "../src/cases/open-proposal.ts";
import { lastSentBrief } from "../src/cases/proposals.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import type { SendBrief } from "../src/domain/brief.ts";
import { AppError } from "../src/domain/errors.ts";
import { readBooked } from "./booked.ts";
import type { RunDeps } from "./deps.ts";
import type { RunState } from "./state.ts";

/** Errors: those of the chat service; `input_invalid` when nothing of the case is booked any more. */
export const readBriefsAsked = async (
  case_: CaseRecord,
  { eventId }: Pick<RunState, "eventId">,
  deps: RunDeps,
): Promise<BriefsAsked> => {
  const asked = await readAsked(eventId, deps);
  const now = deps.clock.now();
  const rows = (await listBriefRows(deps.database, case_.id)).filter(
    ({ startsAt, sessionId }) =>
      Temporal.Instant.compare(startsAt, now) > 0 &&
      (asked.sessionIds === null || asked.sessionIds.includes(sessionId)),
  );
  const found = await readBooked(case_, deps);
  if (!found || rows.length === 0) throw nothingToBrief();
  const { payload } = found.booked;
  const people = payload.sessions.flatMap(({ panel, trainees = [] }) => [...panel, ...trainees]);
  return {
    sessionIds: rows.map(({ sessionId }) => sessionId),
    userId: asked.userId,
    isAsked: asked.isAsked,
    ...(await readBefore(case_, rows, deps)),
    videoUrls: videoUrlsIn(found.booked),
    channels: await readChannels(people, deps),
  };
};

/** Where each session of what is booked meets. */
export const videoUrlsIn = ({ payload, events, meetings }: Booked): Record<string, string> => {
  const zoomed = payload.sessions.filter(({ video }) => video === "zoom");
  const urls = payload.sessions.flatMap((session, index) => {
    const meeting = meetings[zoomed.indexOf(session)];
    const url = events[index]?.videoUrl ?? meeting?.videoUrl ?? session.videoLink;
    return url === undefined ? [] : [[session.sessionId, url] as const];
  });
  return Object.fromEntries(urls);
};

/** What the event names. Shape: `sessionIds` null: all that are to come. */
const readAsked = async (
  eventId: string,
  { database }: RunDeps,
): Promise<{ sessionIds: string[] | null; userId: string | null; isAsked: boolean }> => {
  const { sessionIds, userId, by } = await readEventData(database, eventId);
  return {
    sessionIds: Array.isArray(sessionIds) ? sessionIds.map(String) : null,
    userId: typeof userId === "string" ? userId : null,
    isAsked: typeof by === "string",
  };
};

const readBefore = async (
  { id }: CaseRecord,
  rows: readonly BriefRow[],
  { database, texts, clock }: RunDeps,
): Promise<Pick<BriefsAsked, "before" | "lately">> => {
  const before: Record<string, SendBrief> = {};
  const lately: string[] = [];
  const yesterday = clock.now().subtract({ hours: DEFAULT_BRIEF_HOURS });
  for (const { sessionId } of rows) {
    const last = await lastSentBrief(database, { caseId: id, sessionId });
    if (!last) continue;
    before[sessionId] = (await openBrief(database, last, texts)).payload;
    if (Temporal.Instant.compare(last.createdAt, yesterday) >= 0) lately.push(sessionId);
  }
  return { before, lately };
};

/** In Teams a message stands where others read it: then it is a mail. */
export const readChannels = async (
  people: readonly { email: string }[],
  { chooseChannel }: RunDeps,
): Promise<BriefsAsked["channels"]> => {
  const channels: BriefsAsked["channels"] = {};
  for (const email of new Set(people.map((person) => person.email))) {
    channels[email] = (await chooseChannel(email)) === "slack" ? "slack" : "mail";
  }
  return channels;
};

const nothingToBrief = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "No interview to come is booked here, so there is nothing to brief.",
  });
