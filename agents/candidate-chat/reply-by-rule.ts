/** The assistant without a model: what a question is about is told by its words, and the answer is what is known of that, word for word.
 * What is not known goes to a person. */
import { type Answer, nothingOf, replyOf, uniqueOf } from "./answer.ts";
import type { ChatKnowledge, ChatReply, Known } from "./knowledge.ts";
import { nearTo } from "./did-you-mean.ts";
import { isPlainlyConfirmed } from "./confirming.ts";
import { denialIn } from "./denials.ts";
import { passedOnWhole, unsure } from "./hand-over.ts";
import { isInDanger, toOneInDanger } from "./in-danger.ts";
import { enoughOf, searchedOnce, withoutCompany, writtenFor } from "./found.ts";
import { inFull } from "./in-full.ts";
import { plainLine } from "./plain-line.ts";
import { asksBeyond, asksBeyondFacts, namesMatter } from "./matters.ts";
import { ASKS_WAY } from "./for-person.ts";
import { type PartInContext, inContext } from "./follow-up.ts";
import { type Heard, hear, isOnSite, isOneOfSeveral, narrowedTo } from "./heard.ts";
import { isAsking, isDeed, isOrder, partsOf } from "./parts.ts";
import { wishesPersonWithMore } from "./person-wished.ts";
import { ALONE, KIND, type Named, RULES, WEAK } from "./rules.ts";
import type { Subject } from "./subject.ts";
import { ADDRESS, WAY } from "./subjects-of-interview.ts";
import { subjectsOf } from "./subjects.ts";
import { type Topic, saysConfirm, topicsOf } from "./topics.ts";
import { type ZoneAsked, zoneAsked } from "./zone-asked.ts";

/** Passages beside what is known of the case. */
const MOST_BESIDE = 2;
/** So many topics and subjects of one part are answered. */
const MOST_ASKED = 3;

/** The answer to a question, by what is known; `before`: what the candidate wrote earlier, oldest first, which it may lean on. */
export const replyByRule = (
  question: string,
  all: ChatKnowledge,
  before: readonly string[] = [],
): ChatReply => {
  if (isInDanger(question)) return toOneInDanger(all);
  const knowledge = searchedOnce(all);
  const line = inFull(plainLine(question));
  const [first] = topicsOf(question);
  const chosen = knowledge.titled(question.trim());
  if (chosen.length > 0) {
    const topics = first === "needs" ? [first] : [];
    return replyOf([onTopics(topics, { question, told: chosen }, knowledge)], knowledge);
  }
  if (first !== "needs" && first !== "leave" && wishesPersonWithMore(line)) {
    if (knowledge.mayHandOver) return passedOnWhole(knowledge);
    return replyOf([alone("person", question, knowledge)], knowledge);
  }
  const parts = withoutConditional(line, inContext(partsOf(line), { before, knowledge }));
  if (parts.every(({ heard }) => heard === null)) return unsure(knowledge);
  if (first === undefined || !ALONE.has(first))
    return replyOf(inParts(parts, knowledge), knowledge);
  // What is said of it may stand in one of several parts, and then the others are answered as well.
  const isOfPart = parts.length > 1 && parts.some(({ part }) => aloneIn(part) !== undefined);
  const answers = isOfPart ? inParts(parts, knowledge) : [alone(first, question, knowledge)];
  const reply = replyOf(answers, knowledge);
  const isAsked = first === "needs" && isAsking(line);
  return ofAlone(first, isAsked ? withAsking(reply, knowledge) : reply);
};

/** What is known of each part of a message. */
export const answersByRule = (
  question: string,
  all: ChatKnowledge,
  before: readonly string[],
): Answer[] => {
  const knowledge = searchedOnce(all);
  const line = inFull(plainLine(question));
  return inParts(
    withoutConditional(line, inContext(partsOf(line), { before, knowledge })),
    knowledge,
  );
};

/** Each part by itself; where none of them is known, all of them as one question. */
const inParts = (all: readonly PartInContext[], knowledge: ChatKnowledge): Answer[] => {
  const parts = withoutDenials(takenBackIn(all));
  const answers = parts.map(({ part, heard }) => {
    const topic = aloneIn(part);
    if (topic !== undefined) return alone(topic, part, knowledge);
    return heard === null
      ? nothingOf(part)
      : answerTo({ part, heard }, knowledge, parts.length === 1 || isAsking(part) || isOrder(part));
  });
  const isAnswered = answers.some(({ isOpen }) => !isOpen);
  if (isAnswered || parts.length < 2 || parts.some(({ heard }) => heard === null)) return answers;
  const part = parts.map((each) => each.part).join(" ");
  return [answerTo({ part, heard: hear(part, knowledge) }, knowledge, true)];
};

/** What is confirmed with a condition, in any part of the sentence, a person weighs. */
const withoutConditional = (line: string, parts: PartInContext[]): PartInContext[] => {
  const isConditional = !isPlainlyConfirmed(line, saysConfirm);
  return parts.map(({ part, heard }) =>
    isConditional && heard?.topics.includes("confirm") === true
      ? { part, heard: { ...heard, isForPerson: true } }
      : { part, heard },
  );
};

/** What is not to be done needs no answer beside what is, unless that is the same. */
const withoutDenials = (parts: readonly PartInContext[]): readonly PartInContext[] => {
  const wanted = parts.flatMap(({ heard }) => (heard && !heard.isDenial ? heard.topics : []));
  const isOtherwise = wanted.some((topic) => ACTS.has(topic));
  const isContrary = parts.some(({ part }) =>
    denialIn(part).denied.some((act) => wanted.includes(act)),
  );
  return isOtherwise && !isContrary ? parts.filter(({ heard }) => !heard?.isDenial) : parts;
};

/** What a later part says is not to be done is not done for an earlier one. */
const takenBackIn = (parts: readonly PartInContext[]): PartInContext[] =>
  parts.map(({ part, heard }, index) => {
    const later = parts.slice(index + 1).filter((each) => each.heard?.isDenial);
    const denied: readonly Named[] = later.flatMap((each) => denialIn(each.part).denied);
    const topics = heard?.topics.filter((topic) => !denied.includes(topic)) ?? [];
    if (!heard || topics.length === heard.topics.length) return { part, heard };
    return { part, heard: { ...heard, topics, isForPerson: topics.length === 0 } };
  });

const ACTS: ReadonlySet<Named> = new Set(["confirm", "move", "cancel"]);

const aloneIn = (part: string): Named | undefined =>
  topicsOf(part).find((topic) => ALONE.has(topic) && !KIND.has(topic));

const alone = (topic: Named, question: string, knowledge: ChatKnowledge): Answer => {
  const told =
    RULES[topic].tells === true
      ? aboutSubjects(subjectsOf(inFull(plainLine(question))), question, knowledge)
      : [];
  const isPartly = topic === "needs" && topicsOf(question).some((other) => !ALONE.has(other));
  return { ...onTopics([topic], { question, told }, knowledge), isPartly };
};

/** Of what asks, and of which nothing is told but what holds for all, a person can be asked as well. */
const withAsking = (reply: ChatReply, { mayDo }: ChatKnowledge): ChatReply =>
  reply.sources.some(({ kind }) => kind !== "policy") || !mayDo.has("ask_a_person")
    ? reply
    : { ...reply, actions: [...new Set([...reply.actions, "ask_a_person" as const])] };

/** What was said of a need goes with no other button than its own. */
const ofAlone = (first: Named, reply: ChatReply): ChatReply => ({
  ...reply,
  topic: first,
  actions:
    first === "needs"
      ? reply.actions.filter((kind) => kind === "ask_for_adjustment" || kind === "ask_a_person")
      : reply.actions,
});

/** Whether no model is asked: what it must not be told, or must say nothing of. */
export const isByRuleAlone = (question: string): boolean =>
  isInDanger(question) || topicsOf(question).some((topic) => ALONE.has(topic));

/** Of what does not ask only what is told by its words is answered: a sentence of thanks has words in common with every guide. */
const answerTo = (
  { part, heard }: { part: string; heard: Heard },
  knowledge: ChatKnowledge,
  asks: boolean,
): Answer => {
  const { line, isOfMet } = heard;
  const written = writtenFor({ part, line }, knowledge);
  if (heard.isOfOther && written) {
    return onTopics([], { question: part, told: [written] }, knowledge);
  }
  if (heard.isForPerson) return { ...nothingOf(part), isForPerson: true };
  const isOwn = isOfMet || heard.of !== null;
  const subjects = heard.subjects
    .filter(({ isOfJob }) => !isOwn || isOfJob !== true)
    .slice(0, MOST_ASKED);
  const topics = topicsTo(heard, subjects).filter(
    (topic) => !OF_FACTS.has(topic) || isWithinFacts(topic, line, knowledge),
  );
  const isWay = ASKS_WAY.test(line);
  const isThere =
    topics.includes("place") &&
    (isOnSite(knowledge) || (isWay && knowledge.case.place.length === 0));
  const elsewhere = topics.includes("when") ? zoneAsked(line) : null;
  if (elsewhere) return inZone(elsewhere, { part, heard: { ...heard, topics } }, knowledge);
  if (written && !topics.some((topic) => ACTS.has(topic))) {
    return onTopics(topics, { question: part, told: [written] }, narrowedTo(heard.of, knowledge));
  }
  const told = toldOf(subjects, line, knowledge);
  const found = enoughOf(line, knowledge);
  const answer = onTopics(
    topics,
    {
      question: part,
      told: [
        ...(isThere ? aboutSubjects(isWay ? [ADDRESS, WAY] : [ADDRESS], line, knowledge) : []),
        ...told.known,
      ],
    },
    narrowedTo(heard.of, knowledge),
  );
  // A subject that nothing tells of: what has other words of the question is about something else.
  if (!answer.isOpen || subjects.length > 0 || isOwn || !asks) {
    return {
      ...answer,
      isPartly:
        told.isLacking ||
        (isDeed(part) && !topics.some((topic) => ACTS.has(topic))) ||
        (heard.isClaim === true && answer.known.some(({ kind }) => kind !== "case")) ||
        (heard.isEither === true &&
          (told.known.length === 0 || knowledge.case.place.length === 0)) ||
        hasMore(line, answer.known) ||
        // One of several cannot be moved here without the others.
        (isOneOfSeveral(heard, knowledge) && topics.includes("move")),
    };
  }
  const near = isOnlyTold(part) && heard.isClaim !== true;
  return bySearch(
    answer,
    { line, isClaim: heard.isClaim === true, found: near ? found.filter(isNoChance) : found },
    knowledge,
  );
};

interface Searched {
  line: string;
  isClaim: boolean;
  found: ReturnType<typeof enoughOf>;
}

/** What was found by the words alone. */
const bySearch = (
  answer: Answer,
  { line, isClaim, found }: Searched,
  knowledge: ChatKnowledge,
): Answer => {
  const { part } = answer;
  const [best] = found;
  if (!best) return { ...answer, near: nearTo(withoutCompany(part, knowledge), knowledge) };
  // A second one only where it holds as much of the question.
  const known = found.filter(({ rank }) => rank >= best.rank).slice(0, 2);
  const isPartly = isClaim || isDeed(part) || hasMore(line, known);
  return { ...answer, topic: kindOf(best), known, isOpen: false, isPartly };
};

const isNoChance = ({ verbatim }: { verbatim: number }): boolean => verbatim > 1;

/** It asks nothing, and is no mere name of something: of one word in common nobody can tell what is meant. */
const isOnlyTold = (part: string): boolean =>
  !isAsking(part) &&
  !isOrder(part) &&
  !/^\W*(?:what|how|why)\b/i.test(part) &&
  part.split(" ").length > LONGEST_NAMING;
const LONGEST_NAMING = 4;

/** By the clock of another place; of what is no single zone a person knows. */
const inZone = (
  { zone }: ZoneAsked,
  { part, heard }: { part: string; heard: Heard },
  knowledge: ChatKnowledge,
): Answer => {
  const own = narrowedTo(heard.of, knowledge);
  const told = zone === null ? [] : own.whenIn(zone);
  if (told.length === 0) return { ...nothingOf(part), isForPerson: true };
  return onTopics(heard.topics, { question: part, told }, own);
};

/** Topics that are answered by what is known of the interview alone. */
const OF_FACTS: ReadonlySet<Named> = new Set([...WEAK, "place", "prepare"]);

/** Whether what is known of the case answers one half of the line at least. */
const isWithinFacts = (topic: Named, line: string, knowledge: ChatKnowledge): boolean => {
  const said = factsOf(topic, knowledge);
  if (!asksBeyondFacts(line, said)) return true;
  const halves = line.split(/\band\b/i);
  return (
    halves.length > 1 &&
    halves.some((half) => topicsOf(half).includes(topic) && !asksBeyondFacts(half, said))
  );
};

const factsOf = (topic: Named, knowledge: ChatKnowledge): string =>
  (RULES[topic].facts ?? [])
    .flatMap((fact) => knowledge.case[fact].map(({ excerpt }) => excerpt))
    .join(" ");

const topicsTo = ({ topics, isEither }: Heard, subjects: readonly Subject[]): Named[] => {
  const isOfCase = subjects.every((subject) => subject.isOfCase === true);
  const isOfJob = subjects.some((subject) => subject.isOfJob === true);
  return topics
    .filter(
      (topic) =>
        !ALONE.has(topic) &&
        (isOfCase || !WEAK.has(topic)) &&
        (!isOfJob || isEither === true || topic !== "place"),
    )
    .slice(0, MOST_ASKED);
};

/** What is told of the subjects, where it tells what is asked of them. */
const toldOf = (
  subjects: readonly Subject[],
  line: string,
  knowledge: ChatKnowledge,
): { known: Known[]; isLacking: boolean } => {
  const held = subjects.map((subject) => ({
    subject,
    told: knowledge
      .about(subject, line)
      .filter(({ title, excerpt }) => !asksBeyond(line, `${title} ${excerpt}`, subject.asked)),
  }));
  return {
    known: held.flatMap(({ told }) => told),
    isLacking:
      (AMONG.test(line) || PREPARES.test(line)) &&
      held.some(({ subject, told }) => told.length === 0 && subject.isOfCase !== true),
  };
};

/** To prepare for something of which nothing is told is not to prepare for the interview. */
const PREPARES = /\b(?:prepare|revise|study|learn|read up|brush up) .{0,20}\bfor\b/i;

/** Several things in one breath. */
const AMONG = /\b(?:and|or|plus)\b/i;

/** Whether what follows an “and” is about something of which nothing is told. */
const hasMore = (line: string, known: readonly Known[]): boolean => {
  const said = known.map(({ title, excerpt }) => `${title} ${excerpt}`).join(" ");
  return line
    .split(/\band\b/i)
    .slice(1)
    .some(
      (more) =>
        asksBeyondFacts(more, said) ||
        (topicsOf(more).length === 0 &&
          subjectsOf(more).length === 0 &&
          namesMatter(more) &&
          asksBeyond(more, said)),
    );
};

const aboutSubjects = (
  subjects: readonly Subject[],
  question: string,
  knowledge: ChatKnowledge,
): Known[] => [...new Set(subjects)].flatMap((subject) => knowledge.about(subject, question));

/** By its topics; `told` is what is known of its subjects. */
const onTopics = (
  topics: readonly Named[],
  { question, told }: { question: string; told: readonly Known[] },
  knowledge: ChatKnowledge,
): Answer => {
  const rules = topics.map((topic) => RULES[topic]);
  const leads = rules.flatMap(({ lead }) => (lead === undefined ? [] : [lead]));
  const searched =
    told.length === 0 && rules.some(({ searches }) => searches === true)
      ? enoughOf(question, knowledge)
          .filter(({ kind }) => kind === "guide")
          .slice(0, MOST_BESIDE)
      : [];
  const known = uniqueOf([
    ...rules.flatMap(({ facts = [] }) => facts.flatMap((fact) => knowledge.case[fact])),
    ...told,
    ...searched,
    ...rules.flatMap(({ policies = [] }) => policies.map((name) => knowledge.policies[name])),
  ]);
  const [best] = known;
  return {
    part: question,
    topic: topics[0] ?? (best ? kindOf(best) : "unknown"),
    leads,
    known,
    actions: rules.flatMap(({ actions = [] }) => actions),
    isOpen: known.length === 0 && leads.length === 0,
    near: [],
  };
};

const kindOf = ({ kind }: Known): Topic => (kind === "posting" ? "posting" : "guide");
