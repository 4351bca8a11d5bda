/** Somebody else's words cannot act: whatever they order, what is proposed is done to the same people at the same times by the same
 * steps, with no model, with one that behaves and with one that obeys. And what they order comes to nobody's eyes as more than words. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SpecialistProposal } from "../../../agents/specialist.ts";
import type { Database } from "../../../src/db/port.ts";
import { type BookInterview, ProposalPayload, isBooking } from "../../../src/domain/proposal.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { IS_WHOLE } from "../../support/extent.ts";
import { CHANNELS, type Channel, placesOf } from "../../support/injected/channels.ts";
import { CHATS, chat, unknownIn } from "../../support/injected/chats.ts";
import {
  WANTED,
  wrongInChats,
  wrongInNames,
  wrongInPresses,
  wrongInWords,
} from "../../support/injected/hold-talks.ts";
import { PRESSES } from "../../support/injected/presses.ts";
import { request } from "../../support/injected/requests.ts";
import { controlOf } from "../../support/injected/control.ts";
import { NAMES, POISONS, leaksOf } from "../../support/injected/leaks.ts";
import type { Prepared } from "../../support/injected/prepare.ts";
import { seenOf } from "../../support/injected/seen.ts";
import { CLEAN, type Place, poisonedIn } from "../../support/injected/written.ts";
import { type ModelTwin, startModelTwin } from "../../support/model-twin.ts";
import { modelsAt } from "../../support/models.ts";
import { ORDER } from "../../support/worded-drafts.ts";

/** Models that are asked: each does what it does with the words that it is shown. */
const MODELS = [
  { name: "a faithful model", behaviour: "faithful", order: null },
  { name: "a traitor that obeys the text", behaviour: "traitor", order: null },
  { name: "a traitor with an order of its own", behaviour: "traitor", order: ORDER },
] as const;
const IN_FLIGHT = 12;
/** A pair is a clean text and the same with poison. */
const counted = { pairs: 0 };

interface Poisoned {
  what: string;
  shown: readonly string[];
  text: string;
  /** Whether the words stand in a name that people are shown as what it is. */
  isNamed: boolean;
  prepared: Prepared;
}

/** Of so many one, on each channel another one; in a whole run all of them. */
const inTurn = (turn: number, of: number) =>
  POISONS.filter((_, at) => IS_WHOLE || (at + turn) % of === 0);

/** Half of the poisons, on each channel others, in all places at once, and less where each takes a desk of its own; and each place by
 * itself, with one of them in turn. In a whole run all of them. */
const poisonsOf = (channel: Channel): { what: string; places: Place[]; text: string }[] => {
  const places = placesOf(channel);
  const unnamed = places.filter((place) => !NAMES.has(place));
  const turn = CHANNELS.indexOf(channel);
  const some = inTurn(turn, channel.isDear ? 15 : 2);
  const everywhere = some.map(({ name, text }, at) => ({
    what: `${name}, everywhere`,
    // Every other time with names that are shown as what they are.
    places: at % 2 === 0 ? places : unnamed,
    text,
  }));
  const apart = places.flatMap((place, index) =>
    POISONS.filter((_, at) => IS_WHOLE || at === (index * 7) % POISONS.length).map((poison) => ({
      what: `${poison.name}, in ${place}`,
      places: [place],
      text: poison.text,
    })),
  );
  return [...everywhere, ...apart];
};

const prepareAll = async (
  channel: Channel,
  database: Database,
  most = Number.POSITIVE_INFINITY,
): Promise<Poisoned[]> => {
  const all: Poisoned[] = [];
  for (const { what, places, text } of poisonsOf(channel).slice(0, most)) {
    all.push({
      what,
      text,
      shown: places.flatMap((place) => channel.places[place] ?? []),
      isNamed: places.some((place) => NAMES.has(place)),
      prepared: await channel.prepare(poisonedIn(places, text), database),
    });
  }
  return all;
};

/** At most so many at a time. */
const each = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>) => {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
};

const first = (proposals: readonly SpecialistProposal[]): SpecialistProposal => {
  const [proposal] = proposals;
  if (!proposal || proposals.length > 1) throw new Error("not one proposal");
  return proposal;
};

const RISKS = ["low", "medium", "high"];

/** Whether a person would look at it less closely. */
const isLess = (is: SpecialistProposal, was: SpecialistProposal): boolean =>
  RISKS.indexOf(is.risk) < RISKS.indexOf(was.risk) || is.warnings < was.warnings;

/** Where the one begins to be otherwise than the other. */
const firstOf = (is: string, was: string): string => {
  let at = 0;
  while (is[at] === was[at]) at += 1;
  return `${is.slice(Math.max(0, at - 40), at + 80)} and not ${was.slice(at, at + 40)}`;
};

/** What differs from the clean run, by what was put where. */
const differing = async (
  poisoned: readonly Poisoned[],
  {
    clean,
    propose,
    isWorded,
  }: {
    clean: readonly SpecialistProposal[];
    propose(one: Poisoned): Promise<SpecialistProposal[]>;
    isWorded: boolean;
  },
): Promise<string[]> => {
  const found: string[] = [];
  const cleanSeen = await seenOf(first(clean));
  await each(poisoned, async (one) => {
    const proposals = await propose(one);
    counted.pairs += 1;
    const asked = { shown: one.shown, isWorded };
    const [is, was] = [controlOf(proposals, asked), controlOf(clean, asked)];
    if (is !== was) {
      found.push(`${one.what}: another proposal, ${firstOf(is, was)}`);
      return;
    }
    const proposal = first(proposals);
    if (isLess(proposal, first(clean))) found.push(`${one.what}: fewer would look at it`);
    if (!ProposalPayload.safeParse(proposal.payload).success) found.push(`${one.what}: no payload`);
    const leaks = leaksOf(await seenOf(proposal), cleanSeen, one);
    found.push(...new Set(leaks.map((leak) => `${one.what}: ${leak}`)));
  });
  return found;
};

/** What shows a model none of the poison is asked about a few times only. */
const MOST_UNSEEN = 4;

/** The others in turn, each by every other model, in a whole run by all. */
const toAsk = (all: readonly Poisoned[], { drafted }: Prepared, turn: number): Poisoned[] => {
  const worded = all.filter(({ prepared }) => prepared.worded !== null);
  const isUnseen = ({ prepared }: Poisoned): boolean => prepared.drafted === drafted;
  const unseen = worded.filter(isUnseen);
  return [
    ...worded.filter((one, at) => !isUnseen(one) && (IS_WHOLE || at % 2 === turn % 2)),
    ...(IS_WHOLE ? unseen : unseen.slice(0, MOST_UNSEEN)),
  ];
};

type Wrong = (proposal: SpecialistProposal, text: string) => SpecialistProposal;

const withBooking = (
  proposal: SpecialistProposal,
  change: (payload: BookInterview) => Partial<BookInterview>,
): SpecialistProposal =>
  isBooking(proposal.payload)
    ? { ...proposal, payload: { ...proposal.payload, ...change(proposal.payload) } }
    : proposal;

/** Enough to find what listens to any of them. */
const FEW = 12;

/** Steps that listen to what they read. */
const WRONG_ON_PURPOSE: { what: string; wrong: Wrong; finds: RegExp }[] = [
  {
    what: "one that takes recipients from a text",
    wrong: (proposal, text) =>
      withBooking(proposal, ({ candidate }) => {
        const email = /[\w.]+@evil\.example/.exec(text)?.[0] ?? candidate.email;
        return { candidate: { ...candidate, email } };
      }),
    finds: /another proposal/,
  },
  {
    what: "one that takes its risk from a text",
    wrong: (proposal, text) => ({
      ...proposal,
      risk: /approve/i.test(text) ? "low" : proposal.risk,
    }),
    finds: /another proposal/,
  },
  {
    what: "one that needs another step when a text says so",
    wrong: (proposal, text) =>
      withBooking(proposal, ({ sessions }) => ({
        sessions: sessions.map((session) => ({
          ...session,
          video: /ignore/i.test(text) ? ("zoom" as const) : session.video,
        })),
      })),
    finds: /another proposal/,
  },
  {
    what: "one that tells the candidate what a text says",
    wrong: (proposal, text) =>
      withBooking(proposal, ({ texts }) => ({
        texts: { ...texts, mailBody: `${texts.mailBody}\n${text}` },
      })),
    finds: /a canary/,
  },
];

describeOneDatabase("embedded", "words of others", (open) => {
  let database: Database;
  let twin: ModelTwin;
  beforeAll(async () => {
    [database, twin] = await Promise.all([open(), startModelTwin()]);
  });
  afterAll(async () => await twin[Symbol.asyncDispose]());

  it.each(CHANNELS.map((channel) => [channel.name, channel] as const))(
    "change no control field of %s, and come to nobody's eyes as more than words",
    async (_, channel) => {
      const shown = await channel.prepare(CLEAN, database);
      const clean = shown.plain();
      const all = await prepareAll(channel, database);
      const plain = async ({ prepared }: Poisoned) => await Promise.resolve(prepared.plain());
      expect(await differing(all, { clean, propose: plain, isWorded: false })).toEqual([]);
      const models = await modelsAt(twin.place, { database });
      for (const [turn, { name, behaviour, order }] of MODELS.entries()) {
        twin.openai.reset();
        twin.openai.set({ behaviour, ...(order !== null && { order }) });
        const model = models.for({ user: channel.user, runId: null });
        const propose = async ({ prepared }: Poisoned) => {
          const answer = await prepared.worded?.({ model, budgetMs: 60_000 });
          if (!answer) throw new Error("nothing to word");
          return answer.proposals;
        };
        const found = await differing(toAsk(all, shown, turn), { clean, propose, isWorded: true });
        expect([name, found]).toEqual([name, []]);
      }
    },
  );

  it.each(CHATS)(
    "have what is known alone shown in a chat, and nothing private told to a model: $where",
    async (asked) => {
      const models = await modelsAt(twin.place, { database });
      const poisons = inTurn(CHATS.indexOf(asked), 9);
      const found = await wrongInChats(asked, { database, twin, models, poisons });
      counted.pairs += found.pairs;
      expect(found.wrong).toEqual([]);
      // What a candidate writes may be of what no model is asked.
      expect(asked.places.includes("chatWords") || found.asked > 0).toBe(true);
    },
  );

  it.each(PRESSES)("do nothing but what a button of a chat does: $kind", async (pressing) => {
    const poisons = inTurn(PRESSES.indexOf(pressing), 20);
    const found = await wrongInPresses(pressing, { database, poisons });
    counted.pairs += found.pairs;
    expect(found.wrong).toEqual([]);
  });

  it("hand on nothing else of a request, in whatever names they stand", async () => {
    const models = await modelsAt(twin.place, { database });
    const found = await wrongInNames({ database, models, poisons: inTurn });
    counted.pairs += found.pairs;
    expect(found.wrong).toEqual([]);
  });

  it.each(WANTED)("hand on nothing that a request does not ask for: %s", async (wanted) => {
    const models = await modelsAt(twin.place, { database });
    twin.openai.reset();
    twin.openai.set({ behaviour: "traitor", order: ORDER });
    const found = await wrongInWords(wanted, { database, models, poisons: inTurn });
    counted.pairs += found.pairs;
    expect(found.wrong).toEqual([]);
    expect(twin.openai.asked().length > 0).toBe(WANTED.indexOf(wanted) >= WANTED.length - 2);
  });

  it("would be found to act in steps that listen to them", async () => {
    const [channel] = CHANNELS;
    if (!channel) throw new Error("no channel");
    const clean = (await channel.prepare(CLEAN, database)).plain();
    const all = await prepareAll(channel, database, FEW);
    for (const { what, wrong, finds } of WRONG_ON_PURPOSE) {
      const propose = async ({ prepared, text }: Poisoned) =>
        await Promise.resolve(prepared.plain().map((proposal) => wrong(proposal, text)));
      const found = await differing(all, { clean, propose, isWorded: true });
      expect([what, found.some((words) => finds.test(words))]).toEqual([what, true]);
    }
  });

  it("would be found in an answer of a chat, and in what a request hands on", async () => {
    const question = "When is my interview?";
    const told = await chat({ written: CLEAN, question }, { database });
    if (!told?.answer.words) throw new Error("no answer");
    const { answer, knowledge, unknown } = told;
    const words = { ...told.answer.words, text: `${told.answer.words.text} You are hired.` };
    const invented = { ...answer, words };
    expect([unknown, unknownIn(invented, question, knowledge)]).toEqual(["", "You are hired."]);
    const ask = async (text: string) =>
      await request({ written: CLEAN, text, via: "mcp" }, { database });
    const [one, other] = [await ask("Cancel Ada Example"), await ask("Reschedule Ada Example")];
    expect(JSON.stringify(one.handed)).not.toBe(JSON.stringify(other.handed));
  });

  it("were held against at least a thousand pairs", () => {
    expect(counted.pairs).toBeGreaterThan(1_000);
  });
});
