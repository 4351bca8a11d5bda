/** What differs between two versions of the policy, in words. Versions are taken as they are kept, so that one from before a field was
 * known, or after it was gone, can still be told. Pure. */
import { digestOf } from "../digest.ts";
import { Assessment, Oversight, PolicyRule, Rollout } from "../domain/policy.ts";
import { ruleInWords } from "../domain/policy-words.ts";

/** A policy as it is kept. */
export type KeptPolicy = Readonly<Record<string, unknown>>;

/** One thing that differs. */
export interface PolicyChangePart {
  /** `Mode`, `Rule 2`. */
  what: string;
  /** Null: there was none. */
  before: string | null;
  /** Null: there is none any more. */
  after: string | null;
}

/** Mode first, then rules in their order, then the rest. */
export const policyDifferences = (before: KeptPolicy, after: KeptPolicy): PolicyChangePart[] => [
  ...fieldDifferences(before, after, ["defaultMode"]),
  ...ruleDifferences(rulesOf(before), rulesOf(after)),
  ...fieldDifferences(
    before,
    after,
    [...new Set([...Object.keys(FIELDS), ...Object.keys(before), ...Object.keys(after)])].filter(
      (name) => name !== "defaultMode" && name !== "rules",
    ),
  ),
];

interface Field {
  name: string;
  words(value: unknown): string;
}

const plain = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

const FIELDS: Readonly<Record<string, Field>> = {
  defaultMode: { name: "Mode", words: plain },
  expireHours: { name: "How long a decision waits", words: (hours) => `${plain(hours)} hours` },
  off: {
    name: "Classes of features that are switched off",
    words: (off) => (Array.isArray(off) && off.length > 0 ? off.map(plain).join(", ") : "none"),
  },
  evaluative: { name: "Evaluative features", words: plain },
  assessment: {
    name: "Assessment of evaluative features",
    words: (value) => {
      const { data } = Assessment.safeParse(value);
      return data ? `by ${data.by}, ${data.on}: ${data.note}` : plain(value);
    },
  },
  rollout: {
    name: "When a step up is offered, and taken back",
    words: (value) => {
      const { data } = Rollout.safeParse(value);
      return data
        ? `offered from ${percent(data.offerAt)} of ${data.cases} cases, taken back below ${percent(data.backBelow)} of the last ${data.last}`
        : plain(value);
    },
  },
  oversight: {
    name: "When oversight looks hollow",
    words: (value) => {
      const { data } = Oversight.safeParse(value);
      return data
        ? `from ${data.approvals} approvals: within ${data.fastSeconds} s, ${data.streak} in a row, ${percent(data.unchanged)} unchanged, ${percent(data.unopened)} unopened`
        : plain(value);
    },
  },
};

const fieldDifferences = (
  before: KeptPolicy,
  after: KeptPolicy,
  names: readonly string[],
): PolicyChangePart[] =>
  names.flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (sameAs(was, is)) return [];
    const { name: what, words } = FIELDS[name] ?? { name, words: plain };
    const told = (value: unknown): string | null => (value === undefined ? null : words(value));
    return [{ what, before: told(was), after: told(is) }];
  });

const sameAs = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : digestOf(a) === digestOf(b);

interface PlacedRule {
  /** The first is 1. */
  place: number;
  key: string;
  words: string;
}

const rulesOf = ({ rules }: KeptPolicy): PlacedRule[] =>
  (Array.isArray(rules) ? rules : []).map((rule: unknown, index) => {
    const { data } = PolicyRule.safeParse(rule);
    return {
      place: index + 1,
      key: digestOf(rule),
      words: data ? ruleInWords(data) : plain(rule),
    };
  });

/** Rules that stayed in their order are left out, whatever came or went before them. */
const ruleDifferences = (
  before: readonly PlacedRule[],
  after: readonly PlacedRule[],
): PolicyChangePart[] => {
  const kept = keptInOrder(before, after);
  const gone = before.filter(({ place }) => !kept.some(([was]) => was === place));
  const come = after.filter(({ place }) => !kept.some(([, is]) => is === place));
  const parts: { place: number; part: PolicyChangePart }[] = [];
  for (const rule of come) {
    const index = placeToPair(gone, rule);
    const [former] = index === -1 ? [] : gone.splice(index, 1);
    parts.push({ place: rule.place, part: rulePart(former ?? null, rule) });
  }
  for (const former of gone) parts.push({ place: former.place, part: rulePart(former, null) });
  return parts.toSorted((a, b) => a.place - b.place).map(({ part }) => part);
};

/** The very same in another place, or else one that went from the same place. */
const placeToPair = (gone: readonly PlacedRule[], rule: PlacedRule): number => {
  const moved = gone.findIndex(({ key }) => key === rule.key);
  return moved === -1 ? gone.findIndex(({ place }) => place === rule.place) : moved;
};

const rulePart = (was: PlacedRule | null, is: PlacedRule | null): PolicyChangePart => {
  const place = (is ?? was)?.place ?? 0;
  const isMoved = was !== null && is !== null && was.place !== is.place;
  return {
    what: isMoved ? `Rule ${place}, which was rule ${was.place}` : `Rule ${place}`,
    before: was?.words ?? null,
    after: is?.words ?? null,
  };
};

/** Beyond so many pairs of rules only those at both ends that are the same are looked for. */
const MOST_PAIRS = 250_000;

/** The longest list of rules that both have in the same order. Shape: the places of each, in the one and in the other. */
const keptInOrder = (
  before: readonly PlacedRule[],
  after: readonly PlacedRule[],
): [number, number][] => {
  let start = 0;
  while (start < before.length && before[start]?.key === after[start]?.key) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before.at(-1 - end)?.key === after.at(-1 - end)?.key) end += 1;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [
    ...before.slice(0, start).map(({ place }): [number, number] => [place, place]),
    ...(a.length * b.length > MOST_PAIRS ? [] : longestCommon(a, b)),
    ...before
      .slice(before.length - end)
      .map(({ place }): [number, number] => [place, place - before.length + after.length]),
  ];
};

const longestCommon = (a: readonly PlacedRule[], b: readonly PlacedRule[]): [number, number][] => {
  // How many are common from here on, by their index in both.
  const rest = Array.from({ length: a.length + 1 }, () =>
    Array.from<number>({ length: b.length + 1 }).fill(0),
  );
  const at = (i: number, j: number): number => rest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rest[i];
      if (row) {
        row[j] =
          a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [was, is] = [a[i], b[j]];
    if (was && is && was.key === is.key) {
      pairs.push([was.place, is.place]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
};
