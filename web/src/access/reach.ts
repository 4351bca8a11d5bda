/** What somebody may, in words. */
import type { Role } from "../../../src/domain/access.ts";

interface Reach {
  role: Role;
  teams: readonly string[] | null;
  requisitions: readonly string[] | null;
}

const ROLE_WORDS: Record<Role, string> = {
  admin: "admin",
  recruiter: "recruiter",
  hiring_manager: "hiring manager",
  interviewer: "interviewer",
  auditor: "auditor",
};

/** Roles to choose from. */
export const ROLE_CHOICES = Object.entries(ROLE_WORDS).map(([value, words]) => ({
  value,
  label: words.slice(0, 1).toUpperCase() + words.slice(1),
}));

/** Shape: such as "recruiter for Data and Platform". */
export const reachInWords = ({ role, teams, requisitions }: Reach): string => {
  const all = [...(teams ?? []), ...(requisitions ?? [])];
  const words = ROLE_WORDS[role];
  if (all.length === 0) return words;
  return `${words} for ${new Intl.ListFormat("en").format(all)}`;
};

/** Of a field in which they stand between commas. Shape: null when there are none. */
export const namesIn = (typed: string): string[] | null => {
  const names = typed
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.length === 0 ? null : names;
};
