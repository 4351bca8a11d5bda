/** Sentences made from parts whose meaning is known, so that what is read can be held against what was meant. Meanings are written as
 * in `corpus/meaning.ts`; days stand in the week after Thursday 26 November 2026. */
import fc, { type Arbitrary } from "fast-check";

/** A text, and the rules that it means. */
export interface Meant {
  text: string;
  meaning: readonly string[];
}

interface Days {
  text: string;
  /** Each day as a rule when it can be. */
  allowed: readonly string[];
  /** Each as a rule when it cannot be: a bare weekday is every one then. */
  denied: readonly string[];
  /** It stands without `on`. */
  isBare?: boolean;
}

const same = (text: string, ...rules: string[]): Days => ({ text, allowed: rules, denied: rules });

const SINGLE: readonly Days[] = [
  { text: "Monday", allowed: ["11-30"], denied: ["Mon"] },
  { text: "Tue", allowed: ["12-01"], denied: ["Tue"] },
  { text: "Wednesday", allowed: ["12-02"], denied: ["Wed"] },
  { text: "Friday", allowed: ["11-27"], denied: ["Fri"] },
  same("3 December", "12-03"),
  same("December 4th", "12-04"),
  same("the 7th", "12-07"),
  same("2026-12-08", "12-08"),
  { ...same("tomorrow", "11-27"), isBare: true },
];

const MANY: readonly Days[] = [
  same("Mondays", "Mon"),
  same("Fridays", "Fri"),
  same("weekends", "Sat,Sun"),
];

const RANGES: readonly Days[] = [
  { ...same("next week", "11-30..12-06"), isBare: true },
  { ...same("Monday to Wednesday", "11-30..12-02"), isBare: true },
  { ...same("between 7 and 9 December", "12-07..12-09"), isBare: true },
  { ...same("from 7 December until 9 December", "12-07..12-09"), isBare: true },
];

const BOUNDS: readonly Days[] = [
  { ...same("until Wednesday", "..12-02"), isBare: true },
  { ...same("from Tuesday on", "12-01.."), isBare: true },
  { ...same("before 4 December", "..12-03"), isBare: true },
  { ...same("after Monday", "12-01.."), isBare: true },
];

interface Hours {
  text: string;
  allowed: string;
  denied: string;
}

const hours = (text: string, span: string, denied = span): Hours => ({
  text,
  allowed: span,
  denied,
});

const HOURS: readonly Hours[] = [
  hours("after 3pm", "15:00-24:00"),
  hours("after 3", "15:00-24:00"),
  hours("before 11", "00:00-11:00"),
  hours("before noon", "00:00-12:00"),
  hours("between 2 and 4", "14:00-16:00"),
  hours("2–5", "14:00-17:00"),
  hours("9:30-11", "09:30-11:00"),
  hours("from 10 to 12", "10:00-12:00"),
  hours("from 14:00", "14:00-24:00"),
  hours("in the morning", "06:00-12:00", "00:00-12:00"),
  hours("in the afternoon", "12:00-18:00"),
  hours("at 4pm", "@16:00", "16:00-17:00"),
];

const pick = <T>(all: readonly T[]): Arbitrary<T> => fc.constantFrom(...all);

const both = (one: Days, join: string, other: Days): Days => ({
  text: `${one.text} ${join} ${other.text}`,
  allowed: [...one.allowed, ...other.allowed],
  denied: [...one.denied, ...other.denied],
  isBare: one.isBare === true,
});

const pairs = fc
  .uniqueArray(pick(SINGLE), { minLength: 2, maxLength: 2 })
  .chain(([one, other]) =>
    pick(["and", "or", ", "]).map((join) =>
      one && other && join !== ", " ? both(one, join, other) : (one ?? SINGLE[0]),
    ),
  )
  .map((days) => days ?? same("Monday", "11-30"));

const days: Arbitrary<Days> = fc.oneof(
  { weight: 5, arbitrary: pick(SINGLE) },
  { weight: 2, arbitrary: pairs },
  { weight: 1, arbitrary: pick(MANY) },
  { weight: 1, arbitrary: pick(RANGES) },
  { weight: 1, arbitrary: pick(BOUNDS) },
);

interface When {
  days: Days;
  hours: Hours | null;
  isFirst: boolean;
}

const isBound = ({ text }: Days): boolean => BOUNDS.some((bound) => bound.text === text);

/** Days, with hours or without. `until Wednesday at 4pm` is one moment and left out. */
const when: Arbitrary<When> = fc
  .record({ days, hours: fc.option(pick(HOURS), { freq: 2 }), isFirst: fc.boolean() })
  .filter((each) => !(isBound(each.days) && each.hours?.text === "at 4pm"));

const on = ({ text, isBare }: Days): string => (isBare ? text : `on ${text}`);

const words = ({ days: day, hours: hour, isFirst }: When): string => {
  if (!hour) return day.text;
  return isFirst ? `${hour.text} ${on(day)}` : `${day.text} ${hour.text}`;
};

const allowed = ({ days: day, hours: hour }: When, who = ""): string[] =>
  day.allowed.map((each) => `+ ${who}${each}${hour ? ` ${hour.allowed}` : ""}`);

const denied = ({ days: day, hours: hour }: When, who = ""): string[] =>
  day.denied.map((each) => `- ${who}${each}${hour ? ` ${hour.denied}` : ""}`);

const ALLOWING = [
  (each: string) => each,
  (each: string) => `I can do ${each}`,
  (each: string) => `I'm free ${each}`,
  (each: string) => `I could do ${each}`,
  (each: string) => `${each} works for me`,
  (each: string) => `${each} is fine`,
  (each: string) => `how about ${each}`,
  (each: string) => `ideally ${each}`,
];

const DENYING = [
  (each: string) => `not ${each}`,
  (each: string) => `I can't do ${each}`,
  (each: string) => `I cannot make ${each}`,
  (each: string) => `I'm busy ${each}`,
  (each: string) => `I am not available ${each}`,
  (each: string) => `I'm not really free ${each}`,
  (each: string) => `I'm away ${each}`,
  (each: string) => `${each} doesn't work`,
  (each: string) => `${each} is bad`,
  (each: string) => `${each} isn't possible`,
  (each: string) => `${each} I can't`,
  (each: string) => `I'd love ${each} but I can't`,
  (each: string) => `nothing ${each}`,
];

/** A week that is only named is the week of the weekdays in other sentences; so it stands with a verb. */
const isFrame = ({ days: day }: When): boolean => isBound(day) || RANGES.includes(day);

const allowing = fc
  .tuple(when, pick(ALLOWING))
  .filter(([each, say]) => !(isFrame(each) && (say === ALLOWING[0] || say(" ") === "ideally  ")))
  .map(([each, say]): Meant => ({ text: say(words(each)), meaning: allowed(each) }));

const denying = fc
  .tuple(when, pick(DENYING))
  // `not until Wednesday` is from Wednesday on.
  .filter(([each, say]) => !/^(?:not|nothing) until/.test(say(words(each))))
  .map(([each, say]): Meant => ({ text: say(words(each)), meaning: denied(each) }));

const PEOPLE = ["Ines", "Jonas", "Will", "May", "The candidate"];

const theirs = fc
  .tuple(pick(PEOPLE), when, fc.boolean(), pick([0, 1]))
  .map(([name, each, can, form]): Meant => {
    const says = can ? ["can do", "is free"] : ["can't do", "is away"];
    const said = `${name} ${says[form] ?? ""} ${words(each)}`;
    return { text: said, meaning: (can ? allowed : denied)(each, `${name}: `) };
  });

const excepting = fc
  .tuple(when, pick(["any day except", "anytime but", "any day but", "whenever except"]))
  .map(([each, open]): Meant => ({ text: `${open} ${words(each)}`, meaning: denied(each) }));

const nothingBut = fc
  .tuple(when, pick(["I can't do anything but", "I'm not available except", "nothing works but"]))
  .map(([each, open]): Meant => ({ text: `${open} ${words(each)}`, meaning: allowed(each) }));

/** `Mon 9-11, Tue 2-4 and Wed after 3`: each day with its own hours. */
const paired = fc
  .tuple(
    fc.uniqueArray(pick(SINGLE), { minLength: 2, maxLength: 3 }),
    fc.array(pick(HOURS), { minLength: 3, maxLength: 3 }),
    pick([", ", "; ", " or ", " and ", "\n", " / "]),
    pick(["I can do ", "I'm free ", "I could do "]),
  )
  .map(([dates, spans, join, open]): Meant => {
    const each = dates.map((day, at) => ({ day, hour: spans[at] ?? spans[0] }));
    return {
      text: open + each.map(({ day, hour }) => `${day.text} ${hour?.text ?? ""}`).join(join),
      meaning: each.flatMap(({ day, hour }) =>
        day.allowed.map((rule) => `+ ${rule} ${hour?.allowed ?? ""}`),
      ),
    };
  });

/** `Tuesday but not before 11`, `Tuesday except from 12 to 1`: the day keeps what is denied. */
const without = fc
  .tuple(
    pick(SINGLE),
    pick(HOURS),
    pick([" but not ", " except ", ", not ", ", but not ", " apart from "]),
  )
  .map(([day, hour, join]): Meant => ({
    text: `${day.text}${join}${hour.text}`,
    meaning: day.allowed.flatMap((each) => [`+ ${each}`, `- ${each} ${hour.denied}`]),
  }));

/** `Tuesday after 3 Berlin time`. */
const inZone = fc
  .tuple(pick(SINGLE), pick(HOURS), pick(["Berlin time", "CET", "in Berlin time"]))
  .map(([day, hour, zone]): Meant => ({
    text: `${day.text} ${hour.text} ${zone}`,
    meaning: day.allowed.map((each) => `+ ${each} ${hour.allowed} Europe/Berlin`),
  }));

const topic = fc
  .tuple(pick(SINGLE), pick(HOURS), pick(["I can't do it", "I'm busy", "I'm not available"]))
  .map(([day, hour, no]): Meant => ({
    text: `${on(day)} ${no} ${hour.text}`,
    meaning: day.denied.map((each) => `- ${each} ${hour.denied}`),
  }));

const hoursDenied = fc
  .tuple(pick(HOURS), pick(["not", "nothing", "I can't do anything"]))
  .map(([hour, no]): Meant => ({ text: `${no} ${hour.text}`, meaning: [`- ${hour.denied}`] }));

const clause: Arbitrary<Meant> = fc.oneof(
  { weight: 4, arbitrary: allowing },
  { weight: 4, arbitrary: denying },
  { weight: 2, arbitrary: theirs },
  { weight: 1, arbitrary: excepting },
  { weight: 1, arbitrary: nothingBut },
  { weight: 2, arbitrary: topic },
  { weight: 2, arbitrary: paired },
  { weight: 2, arbitrary: without },
);

const BESIDE: readonly Meant[] = [
  { text: "for 45 minutes", meaning: ["long 45"] },
  { text: "with Priya", meaning: ["with Priya"] },
  { text: "not with Priya", meaning: ["without Priya"] },
  { text: "as soon as possible", meaning: ["soonest"] },
];

const isOfPerson = (text: string): boolean => PEOPLE.some((name) => text.startsWith(name));

/** Days without a verb behind a clause may belong to it, and a clause without a subject to the one before; after a full stop they
 * do not. */
const joinOf = (before: string | undefined, text: string, join: string | undefined): string => {
  const isClause = /^(?:I|how about)\b/.test(text) || isOfPerson(text);
  const isBeside = /^(?:not|nothing|any|whenever|ideally|with|for|as)/.test(text);
  const isOpen = isClause || (isBeside && !isOfPerson(before ?? ""));
  return isOpen && join !== undefined ? join : ". ";
};

const joined = (clauses: readonly Meant[], joins: readonly string[]): Meant => ({
  text: clauses
    .map(
      ({ text }, at) =>
        `${at === 0 ? "" : joinOf(clauses[at - 1]?.text, text, joins[at - 1])}${text}`,
    )
    .join(""),
  meaning: clauses.flatMap(({ meaning }) => meaning),
});

const JOINS = [
  ". ",
  ", ",
  "; ",
  " but ",
  " and ",
  ", and ",
  "? ",
  "! ",
  "\n",
  "\n\n",
  " - ",
  ", but ",
];

const several = (parts: Arbitrary<Meant>, most: number): Arbitrary<Meant> =>
  fc
    .tuple(
      fc.array(parts, { minLength: 1, maxLength: most }),
      fc.array(pick(JOINS), { minLength: most, maxLength: most }),
    )
    .map(([clauses, joins]) => joined(clauses, joins));

/** One to three clauses, then perhaps hours that cannot be, a length or a person. */
export const sentences: Arbitrary<Meant> = fc
  .tuple(
    several(clause, 3),
    fc.option(pick(BESIDE), { freq: 4 }),
    fc.option(hoursDenied, { freq: 5 }),
    pick(["", ".", "!", "?"]),
  )
  .map(([said, beside, no, end]) => {
    const parts = [said, ...(no ? [no] : []), ...(beside ? [beside] : [])];
    const { text, meaning } = joined(parts, [no ? ". " : ", ", ", "]);
    return { text: `${text}${end}`, meaning };
  });

/** Single clauses as people write them. */
export const clauses: Arbitrary<Meant> = fc.oneof(
  allowing,
  denying,
  theirs,
  excepting,
  nothingBut,
  topic,
  paired,
  without,
  inZone,
);
