/** What is told of each topic: why it is found, and sentences to use instead. */
import type { Category, Frame, Kind } from "./types.ts";

/** Why each topic is found. */
export const WHYS: Readonly<Record<Category, string>> = {
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
  gender_coded: "It speaks to one sex, or in words that research found to repel one.",
  age_coded: "It says young or old in other words.",
  ability_coded:
    "It asks for a body or mind that the work may not need, or uses an illness as an insult.",
  culture_fit: "It gives likeness or a feeling in place of a reason that others could check.",
  personality_verdict: "It says what the person is instead of what they said or did.",
};

/** A question, a line of a job text, a line of feedback: each can be used as it is. */
type Alternatives = Readonly<Record<Frame, string>>;

const ONLY_WORK = "The rating should rest on the answers to the questions of this session alone.";

const INSTEAD: Readonly<Record<Category, Alternatives>> = {
  age: {
    ask: "Do you meet the legal minimum for this work?",
    demand: "We welcome everyone with the skills named here.",
    judge: "Solved the task alone and explained each step.",
  },
  family: {
    ask: "The hours are as posted; can you work them?",
    demand: "The hours are as posted, and changes are told two weeks ahead.",
    judge: "Said that the hours as posted are possible.",
  },
  pregnancy: {
    ask: "Can you start on the date in the posting?",
    demand: "The post is open to everyone who can do the tasks named here.",
    judge: "Can start on the date in the posting.",
  },
  marital_status: {
    ask: "The job asks for two trips a month; can you make them?",
    demand: "The job asks for two trips a month.",
    judge: "Said that two trips a month are possible.",
  },
  origin: {
    ask: "What drew you to this work?",
    demand: "We welcome applications from everyone who can do this work.",
    judge: "Explained the design clearly and answered each follow-up.",
  },
  citizenship: {
    ask: "Are you authorised to work where this job is?",
    demand: "You must be legally able to work where this job is.",
    judge: "Confirmed the right to work where this job is.",
  },
  religion: {
    ask: "The rota has shifts on some weekends; can you work them?",
    demand: "The rota has shifts on some weekends.",
    judge: "Said that the rota as posted is possible.",
  },
  disability_health: {
    ask: "Can you do the tasks of this job, with or without an adjustment?",
    demand: "Tell us about any adjustment that would help you in the interview.",
    judge: "Went through the tasks of the job and said how each would be done.",
  },
  genetic: {
    ask: "Can you do the tasks of this job, with or without an adjustment?",
    demand: "The post is open to everyone who can do its tasks.",
    judge: "Went through the tasks of the job and said how each would be done.",
  },
  orientation: {
    ask: "What should we call you?",
    demand: "Everyone is welcome here and is called as they like.",
    judge: "Worked well with the others in the group task: asked, listened, and summed up.",
  },
  politics_union: {
    ask: "How do you work with people whose opinion is not yours?",
    demand: "We look for people who work well with others of any opinion.",
    judge: "Described how a dispute between two teams was settled.",
  },
  arrest_conviction: {
    ask: "Is there anything in the duties that you could not do?",
    demand: "Checks that the law asks for are made after an offer.",
    judge: "Described how money was counted and handed over by the procedure.",
  },
  pay_history: {
    ask: "What are your expectations for this role?",
    demand: "The range for this role is in the posting.",
    judge: "Named an expectation within the band of this role.",
  },
  military_discharge: {
    ask: "Which of the skills that you have gained would you use in this job?",
    demand: "Experience counts wherever it was gained.",
    judge: "Gave two examples of leading a team under pressure.",
  },
  credit: {
    ask: "How have you handled money or accounts in your work?",
    demand: "You have kept accounts or handled cash by a procedure.",
    judge: "Explained how accounts are reconciled at the end of a month.",
  },
  height_weight: {
    ask: "Can you do the tasks of this job, such as lifting 20 kg, with or without an adjustment?",
    demand: "The tasks include lifting 20 kg, with or without an adjustment.",
    judge: "Showed how each task of the job would be done.",
  },
  language_accent: {
    ask: "Which languages can you use at work, and how well?",
    demand: "You write and speak to customers clearly in the language of the job.",
    judge: "Explained two points so that each was understood at once.",
  },
  gender_coded: {
    ask: "How do you work with a team to reach a target?",
    demand: "You plan your work, reach what was agreed, and help others to reach theirs.",
    judge: "Said what was done, and what came of it.",
  },
  age_coded: {
    ask: "Which tools have you learned lately, and how?",
    demand: "We welcome people at every point of their working life.",
    judge: "Named the tools that were used last year and what each was for.",
  },
  ability_coded: {
    ask: "What would help you to do your best work here?",
    demand: "The days are busy, and we plan them together.",
    judge: "Said no to a small change, and why.",
  },
  culture_fit: {
    ask: "Which of the ways in which we work would help you, and which would not?",
    demand: "We write decisions down, review each other's work, and say when we are wrong.",
    judge: "Asked two questions before answering, and wrote the decision down, as we do.",
  },
  personality_verdict: {
    ask: "What did you do when a colleague disagreed?",
    demand: "You listen, decide, and say why.",
    judge: "Interrupted twice in the role play, and did not ask what the customer needed.",
  },
};

/** What an alternative is asked for. */
export interface AlternativeQuestion {
  category: Category;
  frame: Frame;
  kind?: Kind | undefined;
  /** The words that were found; they do not stand in the alternative. */
  said: string;
}

/** A sentence to use in place of what was found. */
export const alternativeTo = ({ category, frame, kind, said }: AlternativeQuestion): string => {
  const own = INSTEAD[category];
  const first = kind === "feedback" ? own.judge : own[frame];
  const choices = [first, own.demand, own.judge, own.ask, ONLY_WORK];
  return choices.find((choice) => !repeats(choice, said)) ?? ONLY_WORK;
};

const repeats = (choice: string, said: string): boolean => wordsOf(choice).includes(wordsOf(said));

const wordsOf = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
