/** Who owes feedback: names and interviews, and never a word of a form. */
import { getCase } from "../../src/cases/cases.ts";
import { listShown } from "../../src/cases/day-rows.ts";
import { type MirroredForm, listForms } from "../../src/cases/feedback-owed.ts";
import { opportunitiesOf, stageNamesOf } from "../../src/cases/request-directory.ts";
import { namesInWords } from "../../src/domain/names-in-words.ts";
import { isSameName } from "../../src/domain/same-name.ts";
import { inWords } from "../../src/requests/answer.ts";
import type { KnownPosting, Slots } from "../../src/requests/understanding.ts";
import type { RunDeps } from "../deps.ts";
import { type Asking, type AskingFor, type Outcome, told } from "./outcome.ts";
import { MOST_ITEMS, andMore, counted } from "./tell.ts";

/** So many forms are looked through. */
const MOST_FORMS = 1000;

/** Who owes which form, of what is named or of all: of candidates without an open case too, as long as Lever has them as active. */
export const tellOwed = async (asking: AskingFor, deps: RunDeps): Promise<Outcome> => {
  const { slots, directory } = asking;
  const about = slots.caseId === undefined ? null : await getCase(deps.database, slots.caseId);
  const posting = directory.postings?.find(({ postingId }) => postingId === slots.postingId);
  const all = await listForms(deps.database, {
    status: "owed",
    opportunityId: about?.opportunityId,
    userId: slots.userId,
    endedBy: deps.clock.now(),
    ...spanIn(slots),
    limit: MOST_FORMS,
  });
  const ofRole = posting && (await opportunitiesOf(deps.database, idsOf(posting, directory)));
  const ofBoth = all.filter(({ opportunityId }) => ofRole?.has(opportunityId) ?? true);
  const forms = await shownOf(await ofRound(ofBoth, slots.round, deps), deps);
  const nameOf = new Map(directory.users.map((user) => [user.userId, user.name]));
  const people = [...new Set(forms.map((form) => nameOf.get(form.userId) ?? "an interviewer"))];
  const of = [posting?.title, slots.round].flatMap((name) => (name ? [`“${name}”`] : []));
  const words =
    forms.length === 0
      ? nobodyOwes(asking, posting)
      : `${counted(forms.length, "form is", "forms are")} owed${of.length > 0 ? ` for ${namesInWords(of)}` : ""}, by ${namesInWords(people)}.`;
  return told(
    inWords("answer", [words, ...andMore(forms.length)], {
      items: forms.slice(0, MOST_ITEMS).map((form) => ({
        caseId: form.shownId,
        what: `${nameOf.get(form.userId) ?? "an interviewer"}, interview of ${dayOf(form.endsAt, deps.companyZone)}`,
        path: `/cases/${form.shownId}`,
      })),
      links: [{ label: "Feedback", path: "/feedback" }],
    }),
    about,
  );
};

const spanIn = ({ endedFrom, endedUntil }: Slots) => ({
  ...(endedFrom !== undefined && { endedFrom: Temporal.Instant.from(endedFrom) }),
  ...(endedUntil !== undefined && { endedBefore: Temporal.Instant.from(endedUntil) }),
});

/** Of one round: the stage of the case in which the interview was arranged, or the session of a plan as which it was. */
const ofRound = async (
  forms: readonly MirroredForm[],
  round: string | undefined,
  { database, plans }: RunDeps,
): Promise<readonly MirroredForm[]> => {
  if (round === undefined) return forms;
  const caseIds = forms.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]));
  const stageOf = await stageNamesOf(database, caseIds);
  const sessions = (await plans.all()).flatMap((plan) => plan.sessions);
  // Sessions of several plans may have one id.
  const isSession = (id: string | null): boolean => {
    const ofId = sessions.filter((session) => session.id === id);
    return ofId.length > 0 && ofId.every(({ name }) => isSameName(name, round));
  };
  return forms.filter(
    ({ caseId, sessionId }) =>
      isSameName(stageOf.get(caseId ?? "") ?? "", round) || isSession(sessionId),
  );
};

/** Those that may be told, with the case that each is told by. */
const shownOf = async (forms: readonly MirroredForm[], { database }: RunDeps) => {
  const known = forms.flatMap((form) => {
    const shownId = form.hostId ?? form.caseId;
    return shownId === null ? [] : [{ ...form, shownId }];
  });
  const shown = await listShown(
    database,
    known.map(({ shownId }) => shownId),
  );
  return known.filter(({ shownId }) => shown.has(shownId));
};

/** A role that is posted twice is one to whoever names it. */
const idsOf = ({ title }: KnownPosting, { postings = [] }: Asking["directory"]): string[] =>
  postings.flatMap((each) => (isSameName(each.title, title) ? [each.postingId] : []));

const nobodyOwes = ({ slots, directory }: AskingFor, posting: KnownPosting | undefined): string => {
  const { caseId, userId, round } = slots;
  const user = directory.users.find((each) => each.userId === userId);
  const { cases, past = [] } = directory;
  const known = [...cases, ...past].find((each) => each.caseId === caseId);
  const who = user ? `${user.name} owes no feedback` : "Nobody owes feedback";
  const of = [known?.name ?? (posting && `“${posting.title}”`), round && `“${round}”`].flatMap(
    (name) => (name ? [name] : []),
  );
  const isNew = posting?.hasCases === false;
  return `${who}${of.length === 0 ? "" : ` for ${namesInWords(of)}`}${isNew ? ": no candidate of that role was arranged here so far" : ""}.`;
};

const dayOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().toLocaleString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
  });
