/** Months of coordinating as rows, told by a list of stories: for what is computed from them, and for how it looks. */
import type { Database, Tx } from "../../src/db/port.ts";
import type { MissedReason } from "../../src/domain/missed-reason.ts";
import type { Texts } from "../../src/privacy/texts.ts";

/** One candidate at one stage, from the move to it until the interview was over. */
export interface Story {
  id: string;
  openedAt: Temporal.Instant;
  /** Until the last invitation had left. */
  minutesToOut: number;
  /** Addresses. */
  panel: string[];
  startsAt: Temporal.Instant;
  /** What happened to the booking before the interview; null: nothing. */
  change: {
    cause: "declined" | "candidate" | "outside";
    happenedAt: Temporal.Instant;
    /** Until everybody had the change; null: a person left it as it was. */
    minutes: number | null;
  } | null;
  attended: boolean | null;
  reason: MissedReason | null;
  isConfirmed: boolean;
  /** After the end, for each of the panel; null: still owed. */
  feedbackHours: (number | null)[];
}

/** Numbers from 0 to 1, the same each time. Source: Park and Miller (1988), the minimal standard generator. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const REASONS = [
  "no_word",
  "no_word",
  "told_before",
  "other_time",
  "technical",
  "panel_absent",
  null,
] as const;
const CAUSES = ["declined", "declined", "candidate", "outside"] as const;

/** So many stories over twelve weeks before a day. */
export const storiesBefore = (
  day: Temporal.Instant,
  { count, people }: { count: number; people: readonly string[] },
): Story[] => {
  const next = numbersFrom(20_261_123);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  // Each interview has an hour of its own, so that nobody is in two.
  return Array.from({ length: count }, (_, index): Story => {
    const startsAt = day.subtract({ hours: 3 + Math.floor((index * 84 * 24) / count) });
    const openedAt = startsAt.subtract({ hours: 90 + Math.floor(next() * 150) });
    // The first of the list do most.
    const first = people[Math.floor(next() ** 2 * people.length)] ?? pick(people);
    const panel = [...new Set([first, ...(next() < 0.4 ? [pick(people)] : [])])];
    const isChanged = next() < 0.2;
    const attended = next() < 0.12 ? false : next() < 0.15 ? null : true;
    return {
      id: `story${index}`,
      openedAt,
      minutesToOut: Math.round(Math.exp(next() * 8)),
      panel,
      startsAt,
      change: isChanged
        ? {
            cause: pick(CAUSES),
            happenedAt: startsAt.subtract({ hours: 30 }),
            minutes: next() < 0.15 ? null : Math.round(5 + next() * 900),
          }
        : null,
      attended,
      reason: attended === false ? pick(REASONS) : null,
      isConfirmed: next() < (attended === false ? 0.25 : 0.7),
      feedbackHours: panel.map(() => (next() < 0.1 ? null : Math.exp(next() * 4.6) - 1)),
    };
  });
};

/** Writes them down. */
export const insertStories = async (
  stories: readonly Story[],
  { database, texts }: { database: Database; texts: Texts },
): Promise<void> => {
  await database.transaction(async (tx) => {
    for (const story of stories) await insertStory(tx, story, texts);
  });
};

const insertStory = async (tx: Tx, story: Story, texts: Texts): Promise<void> => {
  const { id, openedAt, minutesToOut, startsAt, change } = story;
  const outAt = openedAt.add({ minutes: minutesToOut });
  await tx.query(
    `insert into cases (id, opportunity_id, stage_id, stage_name, posting_id, posting_title, team, candidate, status, mode,
       next_step, created_at, updated_at, closed_at)
     values ($1, $1, 'screen', 'Phone Screen', 'posting', 'Backend Engineer', $2, $1, 'booked', 'assisted', '', $3, $3, $3)`,
    [id, Number(id.replace("story", "")) % 2 === 0 ? "Platform" : "Product", openedAt.toString()],
  );
  await insertProposal(tx, {
    id,
    name: "booking",
    kind: "book_interview",
    status: "done",
    origin: "stage_change",
    at: openedAt,
    doneAt: outAt,
  });
  if (change) await insertChange(tx, { ...story, change }, texts);
  const holder = change && change.minutes !== null ? `${id}change` : `${id}booking`;
  const endsAt = startsAt.add({ hours: 1 });
  // What a missed interview took is given back as somebody says so.
  const releasedAt = story.attended === false ? startsAt.add({ minutes: 6 }) : null;
  for (const person of story.panel) {
    await tx.query(
      `insert into reservations (id, effect_id, proposal_id, person, during, released_at)
       values ($1, $2, $3, $4, tstzrange($5, $6), $7)`,
      [
        `${id} ${person}`,
        `${holder}0`,
        holder,
        person,
        startsAt.toString(),
        endsAt.toString(),
        releasedAt?.toString() ?? null,
      ],
    );
  }
  await insertWhatCame(tx, { ...story, endsAt, holder, outAt });
};

const insertChange = async (
  tx: Tx,
  { id, change }: Story & { change: NonNullable<Story["change"]> },
  texts: Texts,
): Promise<void> => {
  const declined = change.cause === "declined" ? ["somebody@company.test"] : [];
  const payloadTextId = await texts.seal(tx, {
    candidate: id,
    kind: "proposal",
    text: JSON.stringify({ change: { events: [{ declined }] } }),
  });
  await insertProposal(tx, {
    id,
    name: "change",
    kind: "change_booking",
    status: change.minutes === null ? "rejected" : "done",
    origin: change.cause === "candidate" ? "candidate_wants_move" : "calendar_changed",
    at: change.happenedAt,
    doneAt: change.minutes === null ? null : change.happenedAt.add({ minutes: change.minutes }),
    payloadTextId,
  });
};

const insertWhatCame = async (
  tx: Tx,
  story: Story & { endsAt: Temporal.Instant; holder: string; outAt: Temporal.Instant },
): Promise<void> => {
  const { id, startsAt, endsAt, outAt, holder, attended, reason } = story;
  const isSaid = attended !== null;
  await tx.query(
    `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, moves, attended, reason, said_by, said_at)
     values ($1, 'screen', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      startsAt.toString(),
      endsAt.toString(),
      holder,
      outAt.toString(),
      story.change ? 1 : 0,
      attended,
      reason,
      isSaid ? "Ines" : null,
      isSaid ? startsAt.add({ minutes: 6 }).toString() : null,
    ],
  );
  if (story.isConfirmed) {
    await tx.query(
      `insert into candidate_answers (id, case_id, kind, made_at, said_at) values ($1, $2, 'confirmed', $3, $3)`,
      [`${id}confirmed`, id, startsAt.subtract({ minutes: 30 }).toString()],
    );
  }
  if (attended === false) return;
  for (const [index, hours] of story.feedbackHours.entries()) {
    const handedInAt = hours === null ? null : endsAt.add({ seconds: Math.round(hours * 3600) });
    await tx.query(
      `insert into feedback_owed (opportunity_id, interview_id, user_id, panel_id, case_id, template_id, starts_at, ends_at,
         lever_reminds, status, handed_in_at) values ($1, $1, $2, $1, $1, 'form', $3, $4, false, $5, $6)`,
      [
        id,
        story.panel[index],
        startsAt.toString(),
        endsAt.toString(),
        handedInAt ? "handed_in" : "owed",
        handedInAt?.toString() ?? null,
      ],
    );
  }
};

interface Proposed {
  id: string;
  name: string;
  kind: string;
  status: string;
  /** Kind of the event that it came of. */
  origin: string;
  at: Temporal.Instant;
  doneAt: Temporal.Instant | null;
  payloadTextId?: string;
}

/** With its event, its run, its decision and its effects. */
const insertProposal = async (tx: Tx, proposed: Proposed): Promise<void> => {
  const { id, name, kind, status, origin, at, doneAt, payloadTextId = null } = proposed;
  const own = `${id}${name}`;
  const source = origin === "stage_change" ? "lever" : "calendar";
  await tx.query(
    `insert into inbox (id, source, kind, delivery_key, opportunity_id, seq, data, status, correlation_id, received_at)
     values ($1, $2, $3, $1, $4, $5, '{}', 'handled', $1, $6)`,
    [own, source, origin, id, name === "booking" ? 1 : 2, at.toString()],
  );
  await tx.query(
    `insert into runs (id, event_id, case_id, status, correlation_id, started_at) values ($1, $1, $2, 'done', $1, $3)`,
    [own, id, at.toString()],
  );
  await tx.query(
    `insert into proposals (id, case_id, run_id, kind, class, audience, risk, status, digest, policy_version, refined, payload_text_id,
       created_at, expires_at) values ($1, $2, $1, $3, 'logistics', 'candidate', 'low', $4, $1, 1, 'draft', $5, $6, $7)`,
    [own, id, kind, status, payloadTextId, at.toString(), at.add({ hours: 48 }).toString()],
  );
  await tx.query(
    `insert into decisions (proposal_id, digest, decision, decided_by, at) values ($1, $1, $2, 'Rosa', $3)`,
    [own, status === "rejected" ? "reject" : "approve", at.toString()],
  );
  if (doneAt === null) return;
  for (const [step, of] of ["calendar_event", "candidate_mail"].entries()) {
    await tx.query(
      `insert into effects (id, proposal_id, proposal_digest, step, kind, label, audience, status, finished_at)
       values ($1, $2, $2, $3, $4, '', 'internal', 'done', $5)`,
      [`${own}${step}`, own, step, of, doneAt.toString()],
    );
  }
};
