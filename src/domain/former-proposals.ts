/** Proposals as they were stored before a booking could have several sessions, read as what they are today. Their digest is
 * that of what was stored: what was approved stays approved. */
import { isJsonObject } from "./json-object.ts";

/** Fields of a booking of one session that each session has of its own now. */
const OF_SESSION = [
  "sessionId",
  "durationMinutes",
  "format",
  "startsAt",
  "endsAt",
  "panel",
  "organizer",
  "video",
  "feedbackTemplateId",
  "prepare",
  "agenda",
];

/** A stored payload in today's shape; one that has it already as it is. */
export const presentPayload = (stored: unknown): unknown => {
  if (!isJsonObject(stored) || stored["kind"] !== "book_interview" || stored["version"] !== 1) {
    return stored;
  }
  const { sessionName, ...fields } = stored;
  const isOfSession = (name: string): boolean => OF_SESSION.includes(name);
  const entries = Object.entries(fields);
  return {
    ...Object.fromEntries(entries.filter(([name]) => !isOfSession(name))),
    version: 2,
    title: sessionName,
    sessions: [
      { ...Object.fromEntries(entries.filter(([name]) => isOfSession(name))), name: sessionName },
    ],
  };
};

/** What was kept beside a stored payload, in today's shape. */
export const presentContext = (stored: unknown, payload: unknown): unknown => {
  if (!isJsonObject(stored) || !("slot" in stored)) return stored;
  const { slot, alternatives, ...rest } = stored;
  const sessionId = isJsonObject(payload) ? payload["sessionId"] : undefined;
  const itineraryOf = (scored: unknown): unknown => {
    if (!isJsonObject(scored)) return scored;
    const { startsAt, endsAt, panel, ...score } = scored;
    return { ...score, sessions: [{ sessionId, startsAt, endsAt, panel }] };
  };
  return {
    ...rest,
    itinerary: itineraryOf(slot),
    alternatives: Array.isArray(alternatives) ? alternatives.map(itineraryOf) : alternatives,
  };
};
