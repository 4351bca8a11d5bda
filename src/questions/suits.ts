/** How well a session suits a competency: what its name and agenda speak of, and who sits in it. */
import type { Competency } from "./bank-schema.ts";
import type { SessionToFill } from "./compose-request.ts";
import { mentionsIn, plainText } from "./mentions.ts";

const IN_NAME = 8;
const IN_AGENDA = 4;
const IN_SEAT_TITLE = 2;
const OF_SEAT = 1;

/** What those who do not share the candidate's craft can judge best. */
const OF_ROLE: Record<string, readonly string[]> = {
  hiring_manager: ["ownership", "prioritisation", "leadership", "influence", "judgement"],
  recruiter: ["collaboration", "communication", "learning", "customer_focus"],
};

const isCraft = ({ families }: Competency): boolean => families !== "all";

const rolesOf = ({ seats = [] }: SessionToFill): (string | undefined)[] =>
  seats.map(({ role }) => role);

/** A recruiter alone asks nothing for which one must know the craft. */
const canAsk = (session: SessionToFill, competency: Competency): boolean => {
  const roles = rolesOf(session);
  return !isCraft(competency) || roles.length === 0 || roles.some((role) => role !== "recruiter");
};

const seatSuits = (session: SessionToFill, competency: Competency): number => {
  const roles = rolesOf(session);
  const isOfRole = roles.some((role) => OF_ROLE[role ?? ""]?.includes(competency.id));
  // A seat without a role is one of the craft.
  const isOfCraft = isCraft(competency) && roles.includes(undefined);
  const titles = plainText((session.seats ?? []).map(({ title = "" }) => title).join(" . "));
  const isOfTitle = mentionsIn(titles, competency.words).length > 0;
  return (isOfRole || isOfCraft ? OF_SEAT : 0) + (isOfTitle ? IN_SEAT_TITLE : 0);
};

/** Units: points. `null` when nobody there can ask it. */
export const suits = (session: SessionToFill, competency: Competency): number | null => {
  if (!canAsk(session, competency)) return null;
  const isIn = (text = "") => mentionsIn(plainText(text), competency.words).length > 0;
  return (
    (isIn(session.name) ? IN_NAME : 0) +
    (isIn(session.agenda) ? IN_AGENDA : 0) +
    seatSuits(session, competency)
  );
};
