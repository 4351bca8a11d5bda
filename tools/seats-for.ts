/** Who may sit where: the places of a plan as Lever users, or those who were asked for by name. */
import { UserId } from "../src/domain/ids.ts";
import { shownName } from "../src/domain/quoted.ts";
import { AppError } from "../src/domain/errors.ts";
import { isMailAddress } from "../src/domain/may-contact.ts";
import type { InterviewPlan, PlaceRule, SessionRule } from "../src/domain/plan.ts";
import type { LeverUser } from "../src/lever/port.ts";
import { HIRING_MANAGER } from "./apply-preferences.ts";
import type { ToolContext } from "./context.ts";
import { planFault } from "./plan-fault.ts";
import type { ContextPerson, ContextPlace, SchedulingContext } from "./scheduling-context.ts";

/** Who may sit where, by session in the plan's order. */
export interface Seats extends Pick<SchedulingContext, "people" | "leftOut"> {
  places: ContextPlace[][];
}

/** A panel that was asked for by name takes the place of the plan's: all of them sit in a single session; of several each
 * place is one of theirs. Errors: `plan_invalid` for somebody who has left, or when they are too few. */
export const readPanelists = async (
  ids: string[],
  plan: InterviewPlan,
  context: ToolContext,
): Promise<Seats> => {
  const users = await Promise.all(
    [...new Set(ids)].map(async (id) => await context.lever.getUser(UserId.parse(id))),
  );
  for (const user of users) {
    const why = reasonNotToSeat(user);
    if (why === null) continue;
    throw new AppError({
      code: "plan_invalid",
      fault: "caller",
      message: `${user.name} was asked for and is ${why}.`,
    });
  }
  const emails = users.map(({ email }) => email);
  const seatsOf = ({ places }: SessionRule): ContextPlace[] => {
    if (plan.sessions.length === 1) {
      return emails.map((email, index) => ({
        label: "asked for",
        key: index === 0,
        choices: [email],
      }));
    }
    const count = places.reduce(
      (sum, place) => sum + (place.room === undefined ? (place.count ?? 1) : 0),
      0,
    );
    if (count > emails.length) {
      throw planFault(plan, `a session needs ${count}, and ${emails.length} were asked for`);
    }
    return Array.from({ length: count }, () => ({
      label: "asked for",
      key: false,
      choices: emails,
    }));
  };
  return {
    places: plan.sessions.map(seatsOf),
    people: users.map(personOf),
    leftOut: [],
  };
};

export interface SeatFacts {
  plan: InterviewPlan;
  opportunity: SchedulingContext["opportunity"];
  posting: SchedulingContext["posting"];
}

/** Who may sit where, as Lever users. Errors: `plan_invalid` when a place is left with nobody. */
export const readPlaces = async (facts: SeatFacts, context: ToolContext): Promise<Seats> => {
  const people = new Map<string, ContextPerson>();
  const leftOut = new Map<string, SchedulingContext["leftOut"][number]>();
  const places: ContextPlace[][] = [];
  for (const session of facts.plan.sessions) {
    const read = await readSession(session, facts, context);
    for (const person of read.people) people.set(person.email, person);
    for (const missing of read.leftOut) leftOut.set(missing.email, missing);
    places.push(read.places);
  }
  return { places, people: [...people.values()], leftOut: [...leftOut.values()] };
};

const readSession = async (
  session: SessionRule,
  facts: SeatFacts,
  context: ToolContext,
): Promise<{ places: ContextPlace[] } & Pick<Seats, "people" | "leftOut">> => {
  const people: ContextPerson[] = [];
  const leftOut: SchedulingContext["leftOut"] = [];
  const places: ContextPlace[] = [];
  for (const rule of session.places.filter(({ room }) => room === undefined)) {
    const { label, users, missing } = await usersFor(rule, facts, context);
    leftOut.push(...missing);
    people.push(...users.map(personOf));
    const wanted = rule.count ?? 1;
    const count = rule.role === "follower" ? Math.min(wanted, users.length) : wanted;
    if (users.length < count) {
      throw planFault(
        facts.plan,
        `the place "${label}"${facts.plan.sessions.length > 1 ? ` of ${session.name}` : ""} needs ${count}, and ${users.length === 0 ? "nobody" : `only ${users.length}`} in Lever can take it`,
      );
    }
    const key = rule.key ?? rule.role === "hiring_manager";
    const choices = users.map((user) => user.email);
    for (let seat = 0; seat < count; seat += 1) places.push({ label, key, choices });
  }
  if (places.length === 0) {
    throw planFault(facts.plan, `nobody follows the candidate in Lever, for ${session.name}`);
  }
  return { places, people, leftOut };
};

interface Seated {
  label: string;
  users: LeverUser[];
  missing: { email: string; why: string }[];
}

const usersFor = async (
  rule: PlaceRule,
  facts: SeatFacts,
  context: ToolContext,
): Promise<Seated> => {
  if (rule.role === "follower") return await followersOf(facts, context);
  if (rule.role) {
    const id =
      rule.role === "hiring_manager" ? facts.posting.hiringManagerId : facts.opportunity.ownerId;
    const label = rule.role === "hiring_manager" ? HIRING_MANAGER : "recruiter";
    const user = id === null ? null : await context.lever.getUser(UserId.parse(id));
    return { label, users: user && reasonNotToSeat(user) === null ? [user] : [], missing: [] };
  }
  const emails = rule.person ? [rule.person] : [...new Set(facts.plan.pools?.[rule.pool ?? ""])];
  return {
    label: rule.person ? "named" : `pool ${rule.pool ?? ""}`,
    ...(await usersByEmail(emails, context)),
  };
};

/** Hiring manager and recruiter have seats of their own, or none in this session. */
const followersOf = async (facts: SeatFacts, context: ToolContext): Promise<Seated> => {
  const { hiringManagerId } = facts.posting;
  const { ownerId, followerIds } = facts.opportunity;
  const ids = followerIds.filter((id) => id !== hiringManagerId && id !== ownerId);
  const users = await Promise.all(
    ids.map(async (id) => await context.lever.getUser(UserId.parse(id))),
  );
  return {
    label: "follower",
    users: users.filter((user) => reasonNotToSeat(user) === null),
    missing: [],
  };
};

/** A Lever user as one who can sit. Whatever is said of a time names them, to whom it is said. */
export const personOf = ({ id, name, email, createdAt }: LeverUser): ContextPerson => ({
  userId: id,
  name: shownName(name),
  email,
  ...(createdAt && { since: createdAt.toString() }),
});

/** Active Lever users by address, and why the others are none. */
export const usersByEmail = async (
  emails: readonly string[],
  context: ToolContext,
): Promise<Omit<Seated, "label">> => {
  const found = await Promise.all(
    emails.map(async (email) => ({ email, user: await context.lever.findUserByEmail(email) })),
  );
  return {
    users: found.flatMap(({ user }) => (user && reasonNotToSeat(user) === null ? [user] : [])),
    missing: found.flatMap(({ email, user }) => {
      const why = user ? reasonNotToSeat(user) : "not a user in Lever";
      return why === null ? [] : [{ email, why }];
    }),
  };
};

/** Why a Lever user cannot be invited; null when they can. */
const reasonNotToSeat = (user: LeverUser): string | null => {
  if (user.deactivated) return "deactivated in Lever";
  return isMailAddress(user.email) ? null : "without a usable e-mail address in Lever";
};
