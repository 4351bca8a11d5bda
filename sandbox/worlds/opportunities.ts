/** Candidates: most of them ordinary, some with one thing that real accounts have too. */
import { EMPLOYERS, FIRST_NAMES, LAST_NAMES, ZONES } from "./names.ts";
import type { Random } from "./random.ts";
import { shownOf } from "./job-texts.ts";
import { toDocx, toPdf } from "./resume-files.ts";
import type { Cast, Person, World, WorldOpportunity, WorldPosting, WorldResume } from "./types.ts";

/** So many in a world of the usual size; of a larger one the first are the same, and the others all new applicants. */
const USUAL = 60;
const DAY_MS = 86_400_000;

type Facts = Pick<World, "stages" | "postings" | "archiveReasons" | "startsAtMs"> & {
  people: Person[];
  /** How many there are. Default 60; not fewer. */
  candidates?: number | undefined;
};

/** The candidacies and those of them that stories speak of. */
export const buildOpportunities = (
  facts: Facts,
  random: Random,
): { opportunities: WorldOpportunity[]; cast: Cast } => {
  const opportunities = Array.from(
    { length: Math.max(USUAL, facts.candidates ?? USUAL) },
    (_, index) => buildOne(index, facts, random.fork(String(index))),
  );
  return { opportunities, cast: castOf(opportunities, facts, random) };
};

const slug = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

const stageNamed = (facts: Facts, text: string): string =>
  facts.stages.find((stage) => stage.text === text)?.id ?? "";

/** Where a profile would be; nobody's name is written like that. */
const profileOf = (name: string, index: number): string =>
  `https://www.linkedin.com/in/lumenharbor-test-${slug(name)}-${index}`;

/** Who follows a candidacy beside its owner. */
const FOLLOWERS = 2;

const buildOne = (index: number, facts: Facts, random: Random): WorldOpportunity => {
  const first = FIRST_NAMES[(index * 7 + 3) % FIRST_NAMES.length] ?? "Ada";
  const last = LAST_NAMES[(index * 11 + 5) % LAST_NAMES.length] ?? "Example";
  const name = index === 0 ? "Ada Quill" : `${first} ${last}`;
  const posting = facts.postings[index % facts.postings.length];
  if (!posting) throw new Error("a world without postings");
  const place = random.pick(ZONES);
  const employers = [random.pick(EMPLOYERS), random.pick(EMPLOYERS)];
  const early = index < 30 || index >= USUAL;
  return {
    id: random.uuid(),
    contactId: random.uuid(),
    applicationId: random.uuid(),
    name,
    headline: employers.join(", "),
    email: `${slug(name)}${index}@mail.candidates.test`,
    phone: random.chance(0.7) ? `+1555010${String(index).padStart(4, "0")}` : null,
    stageId: stageNamed(
      facts,
      early
        ? "New applicant"
        : random.pick(["New lead", "New applicant", "Phone Screen", "Technical Panel"]),
    ),
    postingId: posting.id,
    ownerId: posting.ownerId,
    followerIds: interviewersOf(posting.team, facts.people)
      .slice(0, FOLLOWERS)
      .map(({ userId }) => userId),
    origin: random.pick(["applied", "applied", "sourced", "referred"]),
    links: random.chance(0.6) ? [profileOf(name, index)] : [],
    location: place.location,
    applicationZone: random.chance(0.75) ? place.zone : null,
    archived: null,
    contactAllowed: true,
    confidential: false,
    isAnonymized: false,
    createdAtMs: facts.startsAtMs - random.int(1, 40) * DAY_MS,
    resume: buildResume({ name, posting, employers, index }, random),
  };
};

interface ResumeFacts {
  name: string;
  posting: WorldPosting;
  employers: string[];
  index: number;
}

const buildResume = (
  { name, posting, employers, index }: ResumeFacts,
  random: Random,
): WorldResume => {
  const years = [random.int(2012, 2018), random.int(2019, 2023)];
  const positions = employers.map((org, i) => ({
    org,
    title: i === 0 ? posting.title : `Junior ${posting.title}`,
    startYear: years[1 - i] ?? 2019,
    endYear: i === 0 ? null : (years[1] ?? 2023),
  }));
  const shown = shownOf(posting.title, index);
  const lines = [
    name,
    posting.title,
    "",
    "Experience",
    ...positions.flatMap((p, place) => [
      `${p.startYear} - ${p.endYear ?? "today"}: ${p.title} at ${p.org}`,
      ...shown.filter((_, at) => at % positions.length === place).map((line) => `- ${line}`),
    ]),
    "",
    "Skills: careful design, clear writing, working with others",
  ];
  const ext = (["pdf", "docx", "txt"] as const)[index % 3] ?? "txt";
  const make = {
    pdf: toPdf,
    docx: toDocx,
    txt: (l: string[]) => Buffer.from(l.join("\n"), "utf8"),
  };
  return {
    id: random.uuid(),
    fileName: `${slug(name)}.${ext}`,
    ext,
    bytes: make[ext](lines),
    parsed: { positions },
  };
};

/** Of the first posting, in the middle of the list. */
const BRIEFED = 36;

/** Gives some of them their one odd thing. They sit at the end of the list, at New applicant. */
const castOf = (all: WorldOpportunity[], facts: Facts, random: Random): Cast => {
  const newApplicant = stageNamed(facts, "New applicant");
  const at = (index: number, change: Partial<WorldOpportunity>): string => {
    const opportunity = all[index];
    if (!opportunity) throw new Error("a world without enough opportunities");
    Object.assign(opportunity, { stageId: newApplicant, ...change });
    return opportunity.id;
  };
  const reason = facts.archiveReasons[1]?.id ?? "";
  const success = facts.postings.find((posting) => posting.team === "Customer Success");
  const contactId = random.fork("twice").uuid();
  return {
    ada: at(0, { applicationZone: "Europe/Lisbon", links: [profileOf(all[0]?.name ?? "", 0)] }),
    briefed: at(BRIEFED, {
      applicationZone: "Europe/Lisbon",
      links: [profileOf(all[BRIEFED]?.name ?? "", BRIEFED)],
    }),
    archived: at(41, { archived: { reason, archivedAtMs: facts.startsAtMs - DAY_MS } }),
    withoutResume: at(42, { resume: null }),
    failedParsing: at(43, { resume: unparsed(all[43]) }),
    anonymized: at(44, {
      isAnonymized: true,
      name: "",
      headline: "",
      email: null,
      phone: null,
      links: [],
      resume: null,
    }),
    confidential: at(45, { confidential: true }),
    contactForbidden: at(46, { contactAllowed: false }),
    withoutEmail: at(48, { email: null }),
    twice: [at(49, { contactId }), at(50, { contactId, ...personOf(all[49], all[50]) })],
    withoutZone: at(52, { applicationZone: null }),
    unknownPanelist: at(53, {
      postingId: success?.id ?? "",
      ownerId: success?.ownerId ?? "",
      applicationZone: "Europe/Lisbon",
    }),
    screeners: Object.fromEntries(
      [...new Set(facts.people.map(({ team }) => team))].map((team) => [
        team,
        screenersOf(team, facts.people),
      ]),
    ),
    stages: {
      newApplicant,
      phoneScreen: stageNamed(facts, "Phone Screen"),
      technicalPanel: stageNamed(facts, "Technical Panel"),
      onsite: stageNamed(facts, "Onsite"),
      finalRound: stageNamed(facts, "Final Round"),
      offer: "offer",
    },
  };
};

/** Everybody who can be asked, but the head of the team and the recruiter, who have seats of their own. */
const screenersOf = (team: string, people: Person[]): string[] =>
  interviewersOf(team, people).map(({ email }) => email);

const interviewersOf = (team: string, people: Person[]): Person[] =>
  people
    .filter((person) => person.team === team && person.accessRole === "interviewer")
    .filter((person) => person.calendar === "ok" && person.deactivatedAtMs === null);

/** What two candidacies of one person share; each has the résumé as a file of its own. */
const personOf = (
  first: WorldOpportunity | undefined,
  second: WorldOpportunity | undefined,
): Partial<WorldOpportunity> => {
  if (!first || !second) throw new Error("a world without enough opportunities");
  const { name, headline, email, phone, links, location } = first;
  const resume = first.resume && second.resume && { ...first.resume, id: second.resume.id };
  return { name, headline, email, phone, links, location, resume };
};

const unparsed = (opportunity: WorldOpportunity | undefined): WorldResume | null =>
  opportunity?.resume ? { ...opportunity.resume, parsed: null } : null;
