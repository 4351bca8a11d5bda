/** What of notes and feedback may be background: only what is known by its form. A sentence begins with the candidate or with us,
 * goes on with one of some verbs of interviews and hiring, and has no word beside those of work, of the role and of skills. What
 * is not known by that stays out: a list of what may not be said never ends. */
import { findSkills } from "../../src/documents/find-skills.ts";
import type { BriefMaterial } from "./material.ts";
import { stemsOf } from "./stems.ts";

const ASKED =
  "asked (?:once |twice |again |us )?(?:how|what|which|who|about|to (?:see|hear|meet|talk|read|know)|for (?:the|a|an|our) (?:\\w+ )?(?:plan|model|guide|slides|code|documents?|example|design|architecture|task|exercise|notes))";
const TOLD = "told (?:us )?(?:how|what|which|about)";
const SHOWED =
  "(?:explained|showed|named|described|solved|wrote|rewrote|drew|tuned|measured|compared|listed|tested|presented|sketched|designed|planned|reviewed|read|sent|brought|prepared|talked (?:about|through)|spoke about|walked (?:us )?through|went through|gave (?:us )?(?:an?|one|two|three) examples?)";
const DONE = "has (?:sent|prepared|finished|read|seen|written|shown|brought)";
const WISHED = "would like to (?:see|hear|meet|talk|read|know|show|present)";
const OF_US =
  "we (?:already )?(?:talked (?:about|through)|spoke about|discussed|covered|agreed (?:to (?:talk|show|send|prepare|go|begin)|that|on)|went through|looked at|gave the candidate (?:the|a|one|two))";

/** How such a sentence begins, read with neutral words for who it is about. */
const FORM = new RegExp(
  `^(?:(?:the candidate|they) (?:already )?(?:${[ASKED, TOLD, SHOWED, DONE, WISHED].join("|")})|${OF_US})\\b`,
  "i",
);

const WORDS = new Set(
  [
    "a an the and or of in on at as to for from with by between into than that this these those it its how what which who when where each other one two three four five six seven eight nine ten twenty thirty forty half step steps both all some several many more most first second third last next then after before during about through up out over again also would could like them their they candidate candidates our we us is are was were be been has have had did do does already made make makes making came come took used use uses using where may down anything everything step",
    "asked told explained showed named described solved wrote rewrote drew measured compared listed tested presented sketched designed planned reviewed read sent brought prepared talked spoke walked went gave given see hear meet talk know show shown present seen written finished discussed covered agreed send prepare go begin looked said say says decide decides decided chose choose missed changed change changes build built builds sign signs signed write mattered matters works wrong gone twice tuned tune once long",
    "team teams somebody work role task tasks exercise code test tests testing design designs system systems service services software data query queries database migration move moves plan plans planning schedule schedules duty call product products project projects review reviews guide note notes slides example examples question questions answer answers problem problems solution threat threats model models login article articles help interview screen phone round session report reports contract contracts tool tools release releases incident incidents cluster clusters server page pages document documents diagram sketch analysis result results decision decisions option options way part parts process structure architecture feature features bug bugs error errors deployment latency performance security risk risks customers developers engineers date course courses minutes small open board sensors analytics event",
  ].flatMap((line) => line.split(" ")),
);

/** Words that turn a sentence, or speak of how good it was. */
const TURNING =
  /\b(?:not|no|never|nothing|none|without|barely|hardly|only|but|although|however|wrong(?<!\b(?:gone|be) wrong))\b|n['’]t\b/i;

/** Words that a role brings along: of what it asks for, and what an interview covers. */
export type RoleWords = ReadonlySet<string>;

/** Those of one material. */
export const roleWordsOf = ({ resume, covers }: BriefMaterial): RoleWords =>
  new Set(
    [...resume.requirements.map(({ requirement }) => requirement.quoted), ...covers].flatMap(
      stemsOf,
    ),
  );

/** Whether a sentence is of such a form. `neutral`: without who it is about. */
export const isKnownForm = (neutral: string, role: RoleWords): boolean => {
  if (!FORM.test(neutral) || TURNING.test(neutral)) return false;
  const place = (start: number, end: number) => ({ start, end, page: null });
  const plain = findSkills(neutral, [], place)
    .flatMap(({ spans }) => spans)
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, neutral)
    .replaceAll(/['’]s\b/g, "");
  const words = plain.toLowerCase().match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  return words.every(
    (word) => WORDS.has(word) || (!/\d/.test(word) && stemsOf(word).some((one) => role.has(one))),
  );
};
