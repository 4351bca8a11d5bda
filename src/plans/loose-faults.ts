/** What is wrong with a plan beyond its schema: what one part says against another. */
import type { InterviewPlan } from "../domain/plan.ts";
import { checkLabel } from "../language/checker/check-label.ts";
import { competencyFaults } from "./competency-faults.ts";
import { roomFaults } from "./room-faults.ts";

/** A fault with the place in the plan where it is. */
export interface LooseFault {
  path: PropertyKey[];
  message: string;
}

/** What the schema cannot say: pools that are named but not there, or too small; sessions of one id. */
export const looseFaults = (plan: InterviewPlan): LooseFault[] => {
  const faults: LooseFault[] = [...loopFaults(plan), ...linkFaults(plan), ...roomFaults(plan)];
  faults.push(...competencyFaults(plan), ...reminderFaults(plan), ...stageRuleFaults(plan));
  plan.sessions.forEach((session, s) => {
    if (plan.sessions.findIndex(({ id }) => id === session.id) < s) {
      faults.push({
        path: ["sessions", s, "id"],
        message: `two sessions have the id "${session.id}"`,
      });
    }
    faults.push(...orderFaults(plan, s), ...trainingFaults(plan, s));
    session.places.forEach((place, p) => {
      if (place.pool === undefined) return;
      const path = ["sessions", s, "places", p, "pool"];
      const pools = plan.pools ?? {};
      const pool = Object.hasOwn(pools, place.pool) ? pools[place.pool] : undefined;
      if (!pool) {
        faults.push({ path, message: `there is no pool "${place.pool}" in this plan` });
      } else if (new Set(pool).size < (place.count ?? 1)) {
        faults.push({
          path,
          message: `pool "${place.pool}" has ${new Set(pool).size} people, ${place.count} are asked for`,
        });
      }
    });
  });
  return faults;
};

const reminderFaults = ({ feedback, feedbackReminder = "none" }: InterviewPlan): LooseFault[] => {
  const by = feedback?.reminders ?? "lever";
  if (by === "lever" || feedbackReminder === "none") return [];
  return [
    {
      path: ["feedbackReminder"],
      message: `says how often Lever reminds of feedback, and "reminders: ${by}" that Lever does not: take one of the two away`,
    },
  ];
};

/** A rule that names a rating twice or one that nobody is judged by, or a stage at which its own candidates are. */
const stageRuleFaults = ({ match, stageRule }: InterviewPlan): LooseFault[] => {
  if (!stageRule) return [];
  const { scores, moveTo } = stageRule;
  const fields = scores.map(({ field }) => nameOf(field));
  const faults = fields.flatMap((field, index): LooseFault[] =>
    fields.indexOf(field) < index
      ? [{ path: ["stageRule", "scores", index, "field"], message: "is named twice" }]
      : [],
  );
  for (const [index, { field }] of scores.entries()) {
    const found = checkLabel(field);
    if (found === null) continue;
    const message = `nobody is moved on by this. ${found.why} Name a rating of the work`;
    faults.push({ path: ["stageRule", "scores", index, "field"], message });
  }
  if (match.stages.some((stage) => nameOf(stage) === nameOf(moveTo))) {
    const message = "must be another stage than those that the plan is for";
    faults.push({ path: ["stageRule", "moveTo"], message });
  }
  return faults;
};

const nameOf = (text: string): string => text.normalize("NFC").trim().toLowerCase();

const trainingFaults = ({ pools = {}, sessions }: InterviewPlan, s: number): LooseFault[] =>
  (sessions[s]?.training ?? []).flatMap(({ pool }, t) =>
    pool === undefined || Object.hasOwn(pools, pool)
      ? []
      : [
          {
            path: ["sessions", s, "training", t, "pool"],
            message: `there is no pool "${pool}" in this plan`,
          },
        ],
  );

/** What of the rules for several sessions goes against itself. */
const loopFaults = ({ rules }: InterviewPlan): LooseFault[] => {
  const { leastGapMinutes = 0, mostGapMinutes = Infinity, lunchMinutes = 0 } = rules?.loop ?? {};
  const faults: LooseFault[] = [];
  if (leastGapMinutes > mostGapMinutes) {
    const path = ["rules", "loop", "leastGapMinutes"];
    faults.push({ path, message: "must not be more than mostGapMinutes" });
  }
  const lunch = rules?.lunch;
  const minutes = lunch
    ? Temporal.PlainTime.from(lunch.start).until(lunch.end).total("minutes")
    : Infinity;
  if (lunchMinutes > minutes) {
    const path = ["rules", "loop", "lunchMinutes"];
    faults.push({ path, message: `must fit into lunch, which has ${minutes} minutes` });
  }
  return faults;
};

/** A fixed link that is nowhere, or a link that nothing uses. */
const linkFaults = (plan: InterviewPlan): LooseFault[] => {
  const { video, link, links = {}, rooms = [], sessions } = plan;
  const linkedRoom = rooms.findIndex((room) => room.link !== undefined);
  const hasOwn = link !== undefined || Object.keys(links).length > 0;
  const hasLink = hasOwn || linkedRoom >= 0;
  const asking = sessions.findIndex((session) => (session.video ?? video) === "fixed");
  if (asking >= 0 && !hasLink) {
    const path = sessions[asking]?.video ? ["sessions", asking, "video"] : ["video"];
    return [{ path, message: "`fixed` needs a `link`, `links` of people, or rooms with one" }];
  }
  if (asking < 0 && hasLink) {
    const own = [link === undefined ? "links" : "link"];
    const path = hasOwn ? own : ["rooms", linkedRoom, "link"];
    return [{ path, message: "is used with `video: fixed` alone" }];
  }
  return [];
};

/** What is wrong with what a session comes after. */
const orderFaults = (plan: InterviewPlan, s: number): LooseFault[] => {
  const after = plan.sessions[s]?.after ?? [];
  if (after.length === 0) return [];
  const path = ["sessions", s, "after"];
  if (plan.rules?.loop?.order !== "free") {
    return [
      { path, message: "`after` needs `rules.loop.order: free`; else sessions come as written" },
    ];
  }
  const ids = new Set(plan.sessions.map(({ id }) => id));
  const unknown = after.filter((id) => !ids.has(id));
  if (unknown.length > 0) {
    return unknown.map((id) => ({ path, message: `there is no session "${id}" in this plan` }));
  }
  const id = plan.sessions[s]?.id ?? "";
  return comesBefore(plan, id, id) ? [{ path, message: `"${id}" would come after itself` }] : [];
};

/** Whether a session comes before another by what `after` says, however many lie between. */
const comesBefore = (plan: InterviewPlan, first: string, last: string): boolean => {
  const seen = new Set<string>();
  const open = [last];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const after = plan.sessions.find((session) => session.id === id)?.after ?? [];
    if (after.includes(first)) return true;
    for (const before of after) {
      if (seen.has(before)) continue;
      seen.add(before);
      open.push(before);
    }
  }
  return false;
};
