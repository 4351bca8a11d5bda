/** What is wrong with the competencies that a plan names for its sessions. */
import type { InterviewPlan } from "../domain/plan.ts";
import { nearestTo } from "../questions/name-competencies.ts";
import { questionBank } from "../questions/read-bank.ts";
import type { LooseFault } from "./loose-faults.ts";

/** Names that are no id of the question bank, with the nearest ones. Two sessions that name the same one are no fault: the first
 * asks about it, and the question set says so. */
export const competencyFaults = ({ sessions }: InterviewPlan): LooseFault[] => {
  // Most plans name none, and need no bank.
  if (sessions.every(({ competencies }) => competencies === undefined)) return [];
  const bank = questionBank();
  const known = new Set(bank.competencies.map(({ id }) => id));
  return sessions.flatMap(({ competencies = [] }, s) =>
    competencies.flatMap((name, c) =>
      known.has(name)
        ? []
        : [
            {
              path: ["sessions", s, "competencies", c],
              message: `there is no competency "${name}" in the question bank. Nearest are ${nearestTo(
                name,
                bank,
              )
                .map(({ id }) => id)
                .join(", ")}.`,
            },
          ],
    ),
  );
};
