/** What a language file holds: phrases and what each means. The grammar reads meanings alone, so another language is another
 * file like `en.ts`. */
import type { Intent, Weekday } from "./constraints.ts";
import type { DateReader } from "./map-chrono.ts";

/** What a word or phrase can mean to the grammar. Units: minutes of the local day. */
export type Meaning =
  /** Words that carry nothing, `please`. `isOfOther`: a verb of somebody else, `is`. `isInstead`: what
   * stands beside it takes the place of something. */
  | { kind: "filler"; isOfOther?: boolean; isInstead?: boolean }
  /** `I`, `we`: the writer's own time. */
  | { kind: "self" }
  /** `Hi`, `Thanks`: a name behind it is only spoken to. */
  | { kind: "greeting" }
  /** `not sure`, `you can't`: whatever stands beside it has to be asked. */
  | { kind: "doubt" }
  /** `.` `;` `!` `?` and line ends: a sentence is over. */
  | { kind: "stop"; isQuestion?: boolean }
  | { kind: "comma" | "dash" | "colon" | "dot" | "slash" }
  /** `and`, `or`; `nor` is an `or` that keeps a denial going. */
  | { kind: "and" }
  | { kind: "or"; nor?: boolean }
  /** `no`, `not`, `never`; `cannot`, `away`: time that somebody has not. */
  | { kind: "not" | "cannot" | "away" }
  /** `can`, `free`: time that somebody has. `isOwn`: the writer's, as in `how about`. */
  | { kind: "can"; isOwn?: boolean }
  /** After what it judges: `works`, `is bad`. `isWork`: of a person it is said of their job. */
  | { kind: "good"; isWork?: boolean }
  | { kind: "bad" }
  /** `except`; `but`, which is one after `any day` and a contrast elsewhere. */
  | { kind: "except" | "but" }
  | { kind: "only" }
  /** `any time`, `all day`; `any`, `every`. */
  | { kind: "any_time" | "every" }
  | { kind: "weekdays"; days: readonly Weekday[]; every: boolean }
  /** `also`: the word has another meaning where no number stands beside it. */
  | { kind: "month"; month: number; also?: boolean }
  /** `wide` is what is meant when it is denied. */
  | {
      kind: "daypart";
      name: string;
      range: readonly [number, number];
      wide?: readonly [number, number];
      each?: boolean;
      /** May stand behind an hour: `9 in the morning`. */
      ofClock?: boolean;
      /** Today's: `tonight`. */
      today?: boolean;
    }
  | { kind: "clock"; name: string; minute: number }
  | { kind: "day"; days: number }
  | { kind: "unit"; unit: "minute" | "hour" | "day" | "business_day" | "week" | "month" }
  /** Two weeks, and never how far something is moved. */
  | { kind: "fortnight" }
  | { kind: "count"; value: number }
  | { kind: "nth"; value: number }
  /** After a number: `rd`; `am`; `o'clock`; `h`. */
  | { kind: "ordinal" | "oclock" | "hours_mark" }
  | { kind: "meridiem"; pm: boolean }
  /** Before a number: `half past` is 30, `quarter to` is -15. */
  | { kind: "past"; minutes: number }
  | { kind: "bound"; bound: "from" | "after" | "until" | "before" | "through" | "by" }
  /** After a day or time: `onwards`, `at the earliest`; `at the latest`. */
  | { kind: "onward" | "latest" }
  | { kind: "between" | "to" | "at" | "around" | "on" | "of" | "the" | "in" | "with" | "without" }
  | { kind: "for" | "instead" | "by" }
  | { kind: "this" | "week_of" | "within" | "half" }
  | { kind: "part"; part: "early" | "middle" | "late" | "end" | "start" }
  | { kind: "weekend" }
  /** `coming`: the first one after today, whatever its week. */
  | { kind: "next"; coming?: boolean }
  /** `loose`: carries nothing when no day or week follows, as in `that works`. */
  | { kind: "same"; loose?: boolean }
  /** `onlyMoved`: `back`, which says nothing of time unless something is moved. */
  | { kind: "direction"; direction: "later" | "earlier"; onlyMoved?: boolean }
  | { kind: "soonest" }
  | { kind: "intent"; intent: Intent; direction?: "later" | "earlier" }
  | { kind: "both" }
  | { kind: "session" | "pronoun" | "reason" | "role" }
  /** `time` after a place; `my time`. */
  | { kind: "time_word" | "my_time" }
  /** One zone, or several when the abbreviation names several. `place`: a city, which may be only where somebody is. */
  | { kind: "zone"; zones: readonly string[]; place: boolean }
  | { kind: "utc" };

/** One language: its phrases, and who reads its written dates. */
export interface Language {
  /** Lower case, single spaces; each with its meaning. */
  phrases: readonly (readonly [string, Meaning])[];
  /** Ends of a word that mark an owner: `'s`. */
  possessives: readonly string[];
  /** Whether a capital letter marks a name. */
  namesAreCapital: boolean;
  dates: DateReader;
}
