/** What the best slots are, found the slow and plain way: every start, every panel, each rule asked in Temporal's own words.
 * It shares the request's types and default numbers with the slot engine and none of its code, so that the two can be held
 * against each other. */
import type { BusyKind } from "../../src/domain/calendar.ts";
import {
  DEFAULT_COMFORT,
  DEFAULT_COMFORT_DAYS,
  DEFAULT_GRID_MINUTES,
  DEFAULT_NOTICE_MINUTES,
  DEFAULT_TOP,
  DEFAULT_WEIGHTS,
} from "../../src/scheduling/defaults.ts";
import {
  comfortIn,
  dateAt,
  isBefore,
  isOnDayOff,
  merged,
  overlap,
  thousandths,
  within,
  workAround,
  zoneAt,
} from "./oracle-people.ts";
import type {
  BlockerKind,
  Interval,
  SlotPerson,
  SlotPlace,
  SlotRequest,
  SlotWeights,
} from "../../src/scheduling/types.ts";

/** A slot by its start, its panel in the order of the places, and its score from 0 to 100. */
export interface OracleSlot {
  startsAt: string;
  panel: string[];
  score: number;
}

/** The best slots as the engine must find them: best first, then the earlier, then the panel first by address. */
export const bestSlotsByForce = (request: SlotRequest): OracleSlot[] => {
  const all: OracleSlot[] = [];
  const world = worldOf(request);
  for (const session of everySession(request)) {
    const best = bestPanelAt(session, world);
    if (best) all.push({ startsAt: session.start.toString(), ...best });
  }
  // The sort is stable and the starts come in order of time.
  all.sort((a, b) => inBillionths(b.score) - inBillionths(a.score));
  return all.slice(0, request.top ?? DEFAULT_TOP);
};

/** Sums of fractions that are equal differ in their last digits; no two different scores are that near. */
const inBillionths = (score: number): number => Math.round(score * 1e9);

/** Everything that the hard rules say about one panel at one start. Shape: empty when the slot is allowed. */
export const brokenRules = (request: SlotRequest, slot: Omit<OracleSlot, "score">): string[] => {
  const start = Temporal.Instant.from(slot.startsAt);
  const session = { start, end: start.add({ minutes: request.session.durationMinutes }) };
  const world = worldOf(request);
  const broken = slot.panel.flatMap((email, index) => {
    const place = request.places[index];
    return place?.choices.includes(email)
      ? rulesAgainst(email, session, world).map((rule) => `${email}: ${rule}`)
      : [`${email}: not a choice`];
  });
  if (new Set(slot.panel).size !== request.places.length) broken.push("places filled wrongly");
  return [...broken, ...timesAgainst(session, request)];
};

/** The first moment at which a session may start. */
export const earliestStart = ({
  horizon,
  now,
  minimumNoticeMinutes,
}: SlotRequest): Temporal.Instant => {
  const noticed = now.add({ minutes: minimumNoticeMinutes ?? DEFAULT_NOTICE_MINUTES });
  return isBefore(noticed, horizon.start) ? horizon.start : noticed;
};

const timesAgainst = (session: Interval, request: SlotRequest): string[] => {
  const broken: string[] = [];
  if (isBefore(session.start, earliestStart(request))) broken.push("too soon");
  if (isBefore(request.horizon.end, session.end)) broken.push("too late");
  const { windows } = request.candidate;
  if (windows && !merged(windows, isBefore).some((window) => within(session, window))) {
    broken.push("outside the candidate's windows");
  }
  return broken;
};

function* everySession(request: SlotRequest): Generator<Interval> {
  const minutes = request.session.durationMinutes;
  const step = request.gridMinutes ?? DEFAULT_GRID_MINUTES;
  const first = earliestStart(request);
  let start =
    request.requiredStart ?? first.round({ smallestUnit: "minute", roundingMode: "ceil" });
  for (; !isBefore(request.horizon.end, start); start = start.add({ minutes: 1 })) {
    const session = { start, end: start.add({ minutes }) };
    const clock = start.toZonedDateTimeISO(request.candidate.zone);
    const onGrid = request.requiredStart !== undefined || clock.minute % step === 0;
    if (onGrid && timesAgainst(session, request).length === 0) yield session;
    if (request.requiredStart) return;
  }
}

/** A request, and the working hours on the days around a session, each read once. */
export interface World {
  request: SlotRequest;
  work(person: SlotPerson, session: Interval): Interval[];
}

/** What is asked often, read once. */
export const worldOf = (request: SlotRequest): World => {
  const known = new Map<SlotPerson, Map<string, Interval[]>>();
  const work = (person: SlotPerson, session: Interval): Interval[] => {
    const today = session.start.toZonedDateTimeISO("UTC").toPlainDate();
    const days = known.get(person) ?? new Map<string, Interval[]>();
    known.set(person, days);
    const spans = days.get(today.toString()) ?? workAround(today, person);
    days.set(today.toString(), spans);
    return spans;
  };
  return { request, work };
};

const isBusyWith = (person: SlotPerson, session: Interval, kinds: readonly BusyKind[]): boolean =>
  person.reading.readable &&
  person.reading.blocks.some((block) => kinds.includes(block.kind) && overlap(session, block));

/** Starts of all the person's interviews, each once. */
const interviewDates = (email: string, request: SlotRequest): Temporal.PlainDate[] => {
  const person = personOf(request, email);
  const starts = [
    ...(person.interviews ?? []),
    ...reservedOf(request, email).map(({ start }) => start),
  ].map((start) => start.round({ smallestUnit: "minute", roundingMode: "floor" }).toString());
  return [...new Set(starts)].map((start) => dateAt(person, Temporal.Instant.from(start)));
};

const reservedOf = (request: SlotRequest, email: string): Interval[] =>
  (request.reservations ?? []).filter((held) => held.email === email);

const personOf = (request: SlotRequest, email: string): SlotPerson => {
  const person = request.people[email];
  if (!person) throw new Error(`the request has nobody at ${email}`);
  return person;
};

const isSameWeek = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  a.weekOfYear === b.weekOfYear && a.yearOfWeek === b.yearOfWeek;

const weekLoad = (email: string, session: Interval, request: SlotRequest): number => {
  const date = dateAt(personOf(request, email), session.start);
  return interviewDates(email, request).filter((other) => isSameWeek(other, date)).length;
};

/** The interviews of the week, less what is owed to a fair share: to the 250th part, as the model says. */
const wholeLoad = (email: string, session: Interval, request: SlotRequest): number =>
  weekLoad(email, session, request) - Math.round((personOf(request, email).owed ?? 0) * 250) / 250;

/** The hard rules of one person that a session breaks. */
export const rulesAgainst = (email: string, session: Interval, world: World): BlockerKind[] => {
  const { request } = world;
  const person = personOf(request, email);
  if (person.optedOut) return ["opted_out"];
  if (!person.reading.readable) return ["calendar_unreadable"];
  const broken: BlockerKind[] = [];
  if (person.pausedUntil && isBefore(session.start, person.pausedUntil)) broken.push("paused");
  if (!world.work(person, session).some((span) => within(session, span)))
    broken.push("outside_hours");
  if (isOnDayOff(person, session)) broken.push("day_off");
  broken.push(...meetingsAgainst(email, session, request));
  const date = dateAt(person, session.start);
  const sameDay = interviewDates(email, request).filter((other) => other.equals(date)).length;
  if (sameDay + 1 > (person.maxPerDay ?? Infinity)) broken.push("day_limit");
  if (weekLoad(email, session, request) + 1 > (person.maxPerWeek ?? Infinity)) {
    broken.push("week_limit");
  }
  return broken;
};

type FirmKind = "busy" | "out_of_office" | "working_elsewhere";

/** What stands in the session, or too near to it. */
const meetingsAgainst = (email: string, session: Interval, request: SlotRequest): BlockerKind[] => {
  const person = personOf(request, email);
  const firm: FirmKind[] = ["busy", "out_of_office"];
  if (request.session.format === "onsite") firm.push("working_elsewhere");
  const reserved = reservedOf(request, email);
  const { bufferMinutes: kept = 0 } = person;
  const [before, after] = typeof kept === "number" ? [kept, kept] : [kept.before, kept.after];
  const wide = widened(session, before, after);
  const most = Math.max(before, after);
  const isTight =
    isBusyWith(person, wide, firm) ||
    reserved.some((held) => overlap(widened(session, most, most), held));
  if (!isTight) return [];
  const inIt: BlockerKind[] = firm.filter((kind) => isBusyWith(person, session, [kind]));
  if (reserved.some((held) => overlap(session, held))) inIt.push("reserved");
  return inIt.length > 0 ? inIt : ["buffer"];
};

const widened = ({ start, end }: Interval, before: number, after: number): Interval => ({
  start: start.subtract({ minutes: before }),
  end: end.add({ minutes: after }),
});

/** One start of a session: who may sit where, and what each term would be worth. */
export interface JudgedStart {
  session: Interval;
  /** By place, in the order of addresses. */
  allowed: string[][];
  comfort: number;
  earliness: number;
  seat(place: number, email: string): JudgedSeat;
}

/** What a seat is worth by each term; undefined where the term does not concern it. Units: 0 … 1. */
export interface JudgedSeat {
  attendance: number | undefined;
  focus_kept: number;
  invitations_kept: number;
  load_balance: number | undefined;
  panel_comfort: number | undefined;
}

/** Every start of a session that the clock, the notice and the candidate allow. */
export const judgeStarts = (request: SlotRequest): JudgedStart[] => {
  const world = worldOf(request);
  return [...everySession(request)].map((session) => judgeStart(session, world));
};

const judgeStart = (session: Interval, world: World): JudgedStart => {
  const { request } = world;
  const values = seatValues(session, world);
  const askable = request.places.map((place) => askableOf(place, request));
  const loads = askable.map((emails) => emails.map((email) => wholeLoad(email, session, request)));
  const isSaid = askable.map((emails) => emails.some((email) => saysWhatSuits(email, request)));
  return {
    session,
    allowed: request.places.map((place) =>
      [...new Set(place.choices)]
        .filter((email) => rulesAgainst(email, session, world).length === 0)
        .toSorted(),
    ),
    comfort: comfortOf(session, request),
    earliness: earlinessOf(session, request),
    seat: (index, email) => {
      const { attendance, focus, invited } = values(email);
      const own = loads[index]?.[askable[index]?.indexOf(email) ?? -1] ?? 0;
      const load = Math.max(0, 1 - (own - Math.min(...(loads[index] ?? []))) / 4);
      return {
        attendance: request.places[index]?.key ? attendance : undefined,
        focus_kept: focus,
        invitations_kept: invited,
        load_balance: (askable[index] ?? []).length > 1 ? load : undefined,
        panel_comfort: isSaid[index] ? panelComfort(email, session, request) : undefined,
      };
    },
  };
};

const bestPanelAt = (session: Interval, world: World): Omit<OracleSlot, "startsAt"> | undefined => {
  const judged = judgeStart(session, world);
  if (judged.allowed.some((choices) => choices.length === 0)) return undefined;
  const weights = { ...DEFAULT_WEIGHTS, ...world.request.weights };
  let best: Omit<OracleSlot, "startsAt"> | undefined;
  // Panels come in the order of addresses, so the first of equals stays.
  for (const panel of everyPanel(judged.allowed)) {
    const points = scoreOf([{ judged, panel }], weights);
    if (!best || inBillionths(points) > inBillionths(best.score)) best = { panel, score: points };
  }
  return best;
};

/** Every way to fill places, nobody twice. */
export function* everyPanel(allowed: string[][], taken: string[] = []): Generator<string[]> {
  const [choices, ...others] = allowed;
  if (!choices) {
    yield taken;
    return;
  }
  for (const email of choices) {
    if (!taken.includes(email)) yield* everyPanel(others, [...taken, email]);
  }
}

/** The score of sessions with their panels: each term's mean by its weight, of those terms that apply. */
export const scoreOf = (
  held: readonly { judged: JudgedStart; panel: readonly string[] }[],
  weights: SlotWeights,
  others: readonly { weight: number; value: number }[] = [],
): number => {
  const seats = held.flatMap(({ judged, panel }) =>
    panel.map((email, place) => judged.seat(place, email)),
  );
  const ofSeats = (name: keyof JudgedSeat): number[] => seats.flatMap((seat) => seat[name] ?? []);
  const terms = [
    { weight: weights.attendance, values: ofSeats("attendance") },
    { weight: weights.focus_kept, values: ofSeats("focus_kept") },
    { weight: weights.invitations_kept, values: ofSeats("invitations_kept") },
    { weight: weights.load_balance, values: ofSeats("load_balance") },
    { weight: weights.panel_comfort, values: ofSeats("panel_comfort") },
    { weight: weights.candidate_comfort, values: held.map(({ judged }) => judged.comfort) },
    { weight: weights.earliness, values: held.map(({ judged }) => judged.earliness) },
    ...others.map(({ weight, value }) => ({ weight, values: [value] })),
  ].filter((term) => term.values.length > 0 && term.weight > 0);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return terms.reduce((sum, term) => sum + (100 * term.weight * mean(term.values)) / total, 0);
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const askableOf = ({ choices }: SlotPlace, request: SlotRequest): string[] =>
  [...new Set(choices)].filter((email) => {
    const person = personOf(request, email);
    return person.reading.readable && !person.optedOut;
  });

interface SeatValues {
  attendance: number;
  focus: number;
  invited: number;
}

const seatValues = (session: Interval, world: World): ((email: string) => SeatValues) => {
  const known = new Map<string, SeatValues>();
  return (email) => {
    const person = personOf(world.request, email);
    const values = known.get(email) ?? readSeatValues(person, session, world.work(person, session));
    known.set(email, values);
    return values;
  };
};

const readSeatValues = (person: SlotPerson, session: Interval, work: Interval[]): SeatValues => {
  const focus = isBusyWith(person, session, ["focus"]) ? 0 : 1;
  const invited = isBusyWith(person, session, ["tentative", "unaccepted"]) ? 0 : 1;
  const hours = work.find((span) => within(session, span));
  const margin = hours
    ? Math.min(
        hours.start.until(session.start).total("minutes"),
        session.end.until(hours.end).total("minutes"),
        60,
      )
    : 0;
  return { focus, invited, attendance: focus * invited * thousandths(margin / 60) };
};

const comfortOf = (session: Interval, { candidate }: SlotRequest): number => {
  const days: readonly number[] = candidate.comfortDays ?? DEFAULT_COMFORT_DAYS;
  const date = session.start.toZonedDateTimeISO(candidate.zone).toPlainDate();
  if (!days.includes(date.dayOfWeek)) return 0;
  const { zone, lunch, comfort = DEFAULT_COMFORT } = candidate;
  return comfortIn(zone, session, { comfort, ...(lunch && { lunch }) });
};

const saysWhatSuits = (email: string, request: SlotRequest): boolean => {
  const { comfort, lunch } = personOf(request, email);
  return comfort !== undefined || lunch !== undefined;
};

const panelComfort = (email: string, session: Interval, request: SlotRequest): number => {
  const person = personOf(request, email);
  return comfortIn(zoneAt(person, session.start), session, person);
};

const earlinessOf = (session: Interval, request: SlotRequest): number => {
  const dateOf = (instant: Temporal.Instant): Temporal.PlainDate =>
    instant.toZonedDateTimeISO(request.candidate.zone).toPlainDate();
  const minutes = request.session.durationMinutes;
  const first = dateOf(
    earliestStart(request).round({ smallestUnit: "minute", roundingMode: "ceil" }),
  );
  const end = request.horizon.end.round({ smallestUnit: "minute", roundingMode: "floor" });
  const last = dateOf(end.subtract({ minutes }));
  const days = first.until(last).days;
  if (days <= 0) return 1;
  return thousandths(dateOf(session.start).until(last).days / days);
};
