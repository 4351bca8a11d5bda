/** Who may say that people do it instead of software. */
import { z } from "zod";

export const OptOutWho = z.enum(["candidate", "hiring_manager", "interviewer"]);
export type OptOutWho = z.infer<typeof OptOutWho>;

/** What is said of a case that is left to people. */
export const LEFT_TO_PEOPLE: Record<Exclude<OptOutWho, "interviewer">, string> = {
  candidate: "The candidate wants people instead of software: nothing is proposed or sent.",
  hiring_manager:
    "The hiring manager wants people instead of software: nothing is proposed or sent.",
};

/** Users of Lever in what is proposed: panels, readers, trainees. */
export const usersIn = (payload: unknown): string[] => {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "userId" && typeof inner === "string") found.add(inner);
      else walk(inner);
    }
  };
  walk(payload);
  return [...found].toSorted();
};
