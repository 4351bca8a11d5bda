/** What is told of each topic: why it is found, and sentences to use instead. */
import type { Category, FoundCategory, Frame, Kind } from "./types.ts";

/** Why each topic is found. */
export const WHYS: Readonly<Record<FoundCategory, string>> = {
  age: "It asks for or relies on age, which says nothing of the work and is protected.",
  family: "It asks for or relies on family and care, which are private and fall harder on some.",
  pregnancy: "It asks for or relies on pregnancy or leave for children, which is protected as sex.",
  marital_status: "It asks for or relies on marriage or a partner, which is private.",
  origin: "It asks for or relies on origin, descent or a name.",
  citizenship: "It goes beyond whether somebody may work here, which is all that may be asked.",
  religion: "It asks for or relies on belief or its practice.",
  disability_health: "It asks for or relies on health or disability before an offer.",
  genetic: "It asks for or relies on genes or the illnesses of relatives.",
  orientation: "It asks for or relies on whom somebody loves or their gender identity.",
  politics_union: "It asks for or relies on political views or union activity.",
  arrest_conviction:
    "It asks for or relies on arrests or convictions, which come after an offer if at all.",
  pay_history: "It asks for or relies on what somebody earned, which carries old gaps on.",
  military_discharge: "It asks for or relies on how or whether somebody serves or left the forces.",
  credit: "It asks for or relies on debts, credit or property.",
  height_weight: "It asks for or relies on height, weight or looks.",
  language_accent:
    "It asks for or relies on first language or accent instead of what the work needs.",
  gender_coded: "It speaks to one sex, or as one is spoken of.",
  age_coded: "It says young or old in other words.",
  ability_coded:
    "It asks for a body or mind that the work may not need, or uses an illness as an insult.",
  culture_fit: "It gives likeness or a feeling in place of a reason that others could check.",
  personality_verdict: "It says what the person is instead of what they said or did.",
  unfilled: "It is still to be filled: only who writes it knows what belongs here.",
};

/** A question, and a line of a job text. Nothing in them may be a fact that nobody wrote: no duty, no number, no deed. What only the
 * writer knows is a blank, `[… what belongs here]`, and a blank is a finding until it is filled. */
interface Alternatives {
  ask: string;
  demand: string;
}

/** Of feedback, whatever the topic: what somebody did is known to whoever was there, and to nobody else. */
const JUDGED = "In the session they [… did or said what, and what that shows of the work].";

/** Where the alternative would repeat the words found. */
const IN_OTHER_WORDS = "[… say in other words what the work asks for]";

const WELCOME = "We welcome applications from everyone who can do this work.";
const TASKS = "Can you do the tasks of this job, with or without an adjustment?";
const HOURS = "The hours are [… which days, from when to when].";
const DOING = "In this job you [… do what, and for whom].";

const INSTEAD: Readonly<Record<Category, Alternatives>> = {
  age: { ask: "Do you meet the legal minimum for this work?", demand: WELCOME },
  family: { ask: "Can you work these hours: [… which days, from when to when]?", demand: HOURS },
  pregnancy: { ask: "Can you start on [… which date]?", demand: WELCOME },
  marital_status: {
    ask: "Can you do what this job asks for: [… such as trips, how often and where to]?",
    demand: WELCOME,
  },
  origin: { ask: "What drew you to this work?", demand: WELCOME },
  citizenship: {
    ask: "Are you authorised to work where this job is?",
    demand: "You must be legally able to work where this job is.",
  },
  religion: { ask: "Can you work these hours: [… which days, from when to when]?", demand: HOURS },
  disability_health: {
    ask: TASKS,
    demand: "Tell us about any adjustment that would help you in the interview.",
  },
  genetic: { ask: TASKS, demand: WELCOME },
  orientation: { ask: "What should we call you?", demand: WELCOME },
  politics_union: {
    ask: "How do you work with people whose opinion is not yours?",
    demand: WELCOME,
  },
  arrest_conviction: {
    ask: "Which of the duties of this job have you done before?",
    demand:
      "After an offer we make the check that the law asks for: [… which check, by which law].",
  },
  pay_history: {
    ask: "What are your expectations for this role?",
    demand: "The range for this role is [… from what to what].",
  },
  military_discharge: {
    ask: "Which of the skills that you have gained would you use in this job?",
    demand: "We welcome experience wherever it was gained.",
  },
  credit: {
    ask: "How have you handled money or accounts in your work?",
    demand: "In this job you [… do what with money or accounts].",
  },
  height_weight: {
    ask: "Can you do this task, with or without an adjustment: [… what is done, and how often]?",
    demand: "With or without an adjustment you [… do which task, and how often].",
  },
  language_accent: {
    ask: "Which languages can you use at work, and how well?",
    demand: "You use [… which language] in this job to [… do what].",
  },
  gender_coded: { ask: "How do you work with a team to reach a target?", demand: DOING },
  age_coded: {
    ask: "Which tools have you learned lately, and how?",
    demand: "We welcome people at every point of their working life.",
  },
  ability_coded: { ask: "What would help you to do your best work here?", demand: DOING },
  culture_fit: {
    ask: "Which of the ways in which we work would help you, and which would not?",
    demand: "This is how we work: [… what others could see you do].",
  },
  personality_verdict: { ask: "What do you do when a colleague disagrees?", demand: DOING },
};

/** What an alternative is asked for. */
export interface AlternativeQuestion {
  category: FoundCategory;
  frame: Frame;
  kind?: Kind | undefined;
  /** The words that were found; they do not stand in the alternative. */
  said: string;
}

/** A sentence to use in place of what was found; null for a blank, which only its writer can fill. */
export const alternativeTo = ({
  category,
  frame,
  kind,
  said,
}: AlternativeQuestion): string | null => {
  if (category === "unfilled") return null;
  const choice = choiceFor(INSTEAD[category], kind, frame);
  return repeats(choice, said) ? IN_OTHER_WORDS : choice;
};

/** A line of a job text stays one, also where it asks for something ("tell us your salary"). */
const choiceFor = ({ ask, demand }: Alternatives, kind: Kind | undefined, frame: Frame): string => {
  if (kind === "feedback" || frame === "judge") return JUDGED;
  return frame === "ask" && kind !== "job_text" ? ask : demand;
};

const repeats = (choice: string, said: string): boolean => wordsOf(choice).includes(wordsOf(said));

const wordsOf = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
