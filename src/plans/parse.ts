/** A plan file as text → plans, or every fault with its line. Pure. */
import { LineCounter, isNode, parseDocument } from "yaml";
import type { Document } from "yaml";
import { z } from "zod";
import { InterviewPlan } from "../domain/plan.ts";

/** One fault of a plan file, for people. */
export interface PlanFault {
  file: string;
  line: number;
  message: string;
}

export type ParsedPlans = { plans: InterviewPlan[]; faults: PlanFault[] };

const PlanFile = z.strictObject({ plans: z.array(InterviewPlan).min(1) });

/** Plans of one file. Shape: `plans` is empty as soon as there is one fault. */
export const parsePlans = (file: string, text: string): ParsedPlans => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults: PlanFault[] = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: `is not valid YAML: ${error.message}`,
  }));
  if (faults.length > 0) return { plans: [], faults };
  const content = contentOf(document);
  if (content instanceof Error) {
    return {
      plans: [],
      faults: [{ file, line: 1, message: `cannot be read: ${content.message}` }],
    };
  }
  const parsed = PlanFile.safeParse(content);
  if (!parsed.success) {
    return {
      plans: [],
      faults: parsed.error.issues.map((issue) => ({
        file,
        line: lineOf(document, issue.path, lines),
        message: `${issue.path.join(".") || "the file"}: ${issue.message}`,
      })),
    };
  }
  const loose = parsed.data.plans.flatMap((plan, index) =>
    looseFaults(plan).map(({ path, message }) => ({
      file,
      line: lineOf(document, ["plans", index, ...path], lines),
      message: `plan ${plan.id}: ${message}`,
    })),
  );
  return loose.length > 0 ? { plans: [], faults: loose } : { plans: parsed.data.plans, faults: [] };
};

/** The file's values, or why there are none: an alias that leads nowhere, or that grows without bound. */
const contentOf = (document: Document): unknown => {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    return error instanceof Error ? error : new Error("its aliases cannot be followed");
  }
};

/** What the schema cannot say: pools that are named but not there, or too small; sessions of one id. */
const looseFaults = (plan: InterviewPlan): LooseFault[] => {
  const faults: LooseFault[] = loopFaults(plan);
  plan.sessions.forEach((session, s) => {
    if (plan.sessions.findIndex(({ id }) => id === session.id) < s) {
      faults.push({
        path: ["sessions", s, "id"],
        message: `two sessions have the id "${session.id}"`,
      });
    }
    faults.push(...orderFaults(plan, s));
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

interface LooseFault {
  path: PropertyKey[];
  message: string;
}

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

/** The line of the innermost node of the path that exists. */
const lineOf = (document: Document, path: readonly PropertyKey[], lines: LineCounter): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = isNode(node) ? node.range : null;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
};
