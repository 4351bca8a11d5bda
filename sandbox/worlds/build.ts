/** Builds the company's world from a seed: the same seed and start give the same world, byte for byte. */
import { buildCalendar } from "./calendars.ts";
import { FIRST_NAMES, LAST_NAMES, TEAMS, TITLES, ZONES } from "./names.ts";
import { buildOpportunities } from "./opportunities.ts";
import { type Random, createRandom } from "./random.ts";
import { buildRooms } from "./rooms.ts";
import { type BarePosting, buildRequisitions } from "./requisitions.ts";
import type { FeedbackTemplate, Person, World } from "./types.ts";

const PEOPLE = 40;
const PER_TEAM = PEOPLE / TEAMS.length;

/** The company's own domain. */
export const DOMAIN = "lumenharbor.test";

export interface WorldOptions {
  seed: number;
  /** Any time of the first week. */
  now: Temporal.Instant;
  /** How many candidacies. Default 60; not fewer. */
  candidates?: number | undefined;
  /** Whether a part of the people has its calendars at Microsoft. Default: all are at Google. */
  microsoft?: boolean | undefined;
}

/** The world. Shape: 4 teams, 40 people in 6 time zones, 3 rooms (5 in a mixed company), 12 postings, 60 opportunities or more. */
export const buildWorld = ({ seed, now, candidates, microsoft = false }: WorldOptions): World => {
  const random = createRandom(seed);
  const today = now.toZonedDateTimeISO("UTC").toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const atGoogle = buildPeople(random.fork("people"), monday);
  const people = microsoft ? atGoogle.map(movedToMicrosoft) : atGoogle;
  const stages = buildStages(random.fork("stages"));
  const archiveReasons = [
    { id: random.fork("hired").uuid(), text: "Hired", type: "hired" as const },
    { id: random.fork("withdrew").uuid(), text: "Withdrew", type: "non-hired" as const },
    { id: random.fork("other").uuid(), text: "Underqualified", type: "non-hired" as const },
  ];
  const bare = buildPostings(people, random.fork("postings"));
  const requisitions = buildRequisitions(bare, random.fork("requisitions"));
  const postings = bare.map((posting) => ({
    ...posting,
    requisitionCodes: requisitions
      .filter(({ postingIds }) => postingIds.includes(posting.id))
      .map(({ code }) => code),
  }));
  const startsAtMs = monday.toZonedDateTime("UTC").toInstant().epochMilliseconds;
  const { opportunities, cast } = buildOpportunities(
    { people, stages, postings, archiveReasons, startsAtMs, candidates },
    random.fork("opportunities"),
  );
  return {
    seed,
    startsAtMs,
    company: { name: "Lumen Harbor", zone: "Europe/Lisbon", domain: DOMAIN },
    people,
    rooms: buildRooms({ monday, domain: DOMAIN, microsoft, random: random.fork("rooms") }),
    teams: [...TEAMS],
    stages,
    archiveReasons,
    feedbackTemplates: buildTemplates(random.fork("templates")),
    postings,
    requisitions,
    opportunities,
    cast,
  };
};

const slug = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

const buildPeople = (random: Random, monday: Temporal.PlainDate): Person[] => {
  const taken = new Set<string>();
  return Array.from({ length: PEOPLE }, (_, index) => {
    const team = TEAMS[Math.floor(index / PER_TEAM)] ?? "Platform";
    const { zone } = ZONES[index % ZONES.length] ?? ZONES[0];
    const first = FIRST_NAMES[index] ?? "Ines";
    let last = random.pick(LAST_NAMES);
    while (taken.has(`${slug(first)}.${slug(last)}`)) last = random.pick(LAST_NAMES);
    const username = `${slug(first)}.${slug(last)}`;
    taken.add(username);
    // Heads of teams and recruiters, the first two, keep room for interviews.
    const place = index % PER_TEAM;
    return {
      userId: random.uuid(),
      name: `${first} ${last}`,
      email: `${username}@${DOMAIN}`,
      username,
      zone,
      team,
      jobTitle: jobTitle(team, place),
      accessRole: place === 0 ? "admin" : place === 1 ? "team member" : "interviewer",
      deactivatedAtMs: place === 9 && team === "Data" ? 1_760_000_000_000 : null,
      calendar: calendarOf(team, place),
      events: buildCalendar(
        { zone, key: `p${index}`, shortNotice: place < 2 ? 0 : 4 },
        monday,
        random.fork(`calendar/${index}`),
      ),
    };
  });
};

const jobTitle = (team: (typeof TEAMS)[number], place: number): string => {
  if (place === 0) return `Head of ${team}`;
  if (place === 1) return "Recruiter";
  return TITLES[team][place % 3] ?? team;
};

/** One person without a calendar, one who refuses access. */
const calendarOf = (team: string, place: number): Person["calendar"] => {
  if (team === "Customer Success" && place === 0) return "none";
  if (team === "Platform" && place === 8) return "denied";
  return "ok";
};

/** Two of the four teams came with another company, and three engineers of Platform joined from them: so that team's panels
 * are mixed, and no other's. Nothing else of anybody changes. */
const movedToMicrosoft = (person: Person, index: number): Person => {
  const isMoved =
    person.team === "Data" ||
    person.team === "Customer Success" ||
    (person.team === "Platform" && MOVED_ENGINEERS.includes(index % PER_TEAM));
  return isMoved ? { ...person, mailbox: "microsoft" } : person;
};
const MOVED_ENGINEERS = [5, 6, 7];

const buildStages = (random: Random): World["stages"] => [
  { id: "lead-new", text: "New lead" },
  { id: "applicant-new", text: "New applicant" },
  { id: random.uuid(), text: "Phone Screen" },
  { id: random.uuid(), text: "Technical Panel" },
  { id: random.uuid(), text: "Onsite" },
  { id: random.uuid(), text: "Final Round" },
  { id: "offer", text: "Offer" },
];

const buildTemplates = (random: Random): FeedbackTemplate[] => [
  { id: "no-feedback", text: "No Feedback" },
  { id: random.uuid(), text: "Phone Screen" },
  { id: random.uuid(), text: "Technical interview" },
  { id: random.uuid(), text: "Final round" },
];

const buildPostings = (people: Person[], random: Random): BarePosting[] =>
  TEAMS.flatMap((team) =>
    TITLES[team].map((title, index) => {
      const members = people.filter((person) => person.team === team);
      const place = ZONES[(index + TEAMS.indexOf(team)) % ZONES.length] ?? ZONES[0];
      return {
        id: random.uuid(),
        title,
        team,
        location: place.location,
        country: place.country,
        ownerId: members[1]?.userId ?? "",
        hiringManagerId: members[0]?.userId ?? "",
        description: describe(title, team, random),
      };
    }),
  );

const describe = (title: string, team: string, random: Random): string =>
  `We look for a ${title} for our ${team} team. You will own work end to end, explain your choices, and learn with ${random.int(5, 9)} colleagues. ` +
  "You bring experience with systems that people depend on, care for clear writing, and curiosity. We offer time for deep work and hours that suit your day.";
