/** The company's directory: who can sign in, and which groups they are in. */
import type { Person, World } from "../worlds/types.ts";

/** Groups by what they are for. */
const GROUPS = {
  everybody: "everybody",
  admins: "convene-admins",
  recruiters: "talent",
  interviewers: "interviewers",
  auditors: "internal-audit",
} as const;

/** Group of those who lead a team. */
const leadGroupOf = (team: string): string =>
  `lead-${team.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;

/** All groups that somebody may be given access by. */
export const groupsOf = ({ teams }: Pick<World, "teams">) => ({
  ...GROUPS,
  leads: teams.map((team) => ({ team, group: leadGroupOf(team) })),
});

/** Somebody of the directory. */
export interface DirectoryEntry {
  subject: string;
  name: string;
  email: string;
  jobTitle: string;
  isDeactivated: boolean;
  groups: string[];
}

/** Everybody, in the world's order. The first recruiter administers Convene, the last person audits, and the one before has no group that
 * anybody has given access to. */
export const directoryOf = ({ people }: Pick<World, "people">): DirectoryEntry[] => {
  const recruiters = people.filter(({ accessRole }) => accessRole === "team member");
  const [admin] = recruiters;
  const [outsider, auditor] = people.slice(-2);
  const groupsOfPerson = (person: Person): string[] => {
    if (person === auditor) return [GROUPS.auditors];
    if (person === outsider) return [];
    if (person.accessRole === "admin") return [GROUPS.interviewers, leadGroupOf(person.team)];
    if (person.accessRole !== "team member") return [GROUPS.interviewers];
    return person === admin ? [GROUPS.recruiters, GROUPS.admins] : [GROUPS.recruiters];
  };
  return people.map((person) => ({
    subject: `dir-${person.userId}`,
    name: person.name,
    email: person.email,
    jobTitle: person.jobTitle,
    isDeactivated: person.deactivatedAtMs !== null,
    groups: [GROUPS.everybody, ...groupsOfPerson(person)],
  }));
};
