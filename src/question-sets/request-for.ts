/** What is asked of the composer for a posting and a plan. */
import type { InterviewPlan, PlaceRule, SessionRule } from "../domain/plan.ts";
import { isForbidden } from "../domain/errors.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { FeedbackForm, LeverReader, Posting } from "../lever/port.ts";
import { type ComposeRequest, LONGEST_JOB_TEXT } from "../questions/compose-request.ts";

const LONGEST_TITLE = 300;

type Forms = Pick<LeverReader, "listFeedbackTemplates" | "getFeedbackTemplate">;

/** The request. A form that Lever does not have, or the credential may not read, is left out: the composer says so. */
export const requestFor = async (asked: AskedOf, lever: Forms): Promise<ComposeRequest> => {
  return requestWith(await readForms(asked.plan, lever), asked);
};

/** The request without forms: they tell how answers are rated, and change nothing of what is asked. */
export const requestWithoutForms = (asked: AskedOf): ComposeRequest => requestWith(NO_FORMS, asked);

interface AskedOf {
  plan: InterviewPlan;
  posting: Posting;
}

const NO_FORMS: ReadonlyMap<string, FeedbackForm> = new Map();

const requestWith = (
  forms: ReadonlyMap<string, FeedbackForm>,
  { plan, posting }: AskedOf,
): ComposeRequest => ({
  title: posting.title.slice(0, LONGEST_TITLE),
  jobText: posting.description.quoted.slice(0, LONGEST_JOB_TEXT),
  sessions: plan.sessions.map((session) => {
    const form = forms.get(session.feedbackTemplate ?? "");
    return {
      id: session.id,
      name: session.name,
      durationMinutes: session.durationMinutes,
      ...(session.agenda !== undefined && { agenda: session.agenda }),
      ...(session.competencies && { competencies: session.competencies }),
      seats: seatsOf(session),
      ...(form && { feedbackForm: form }),
    };
  }),
});

/** Who sits there is known by role alone: a person's or a pool's people may do any work. */
const seatsOf = ({ places }: SessionRule): { role?: NonNullable<PlaceRule["role"]> }[] =>
  places.filter(({ room }) => room === undefined).map(({ role }) => (role ? { role } : {}));

/** By what the plan calls them. */
const readForms = async (
  { sessions }: InterviewPlan,
  lever: Forms,
): Promise<Map<string, FeedbackForm>> => {
  const wanted = new Set(sessions.flatMap(({ feedbackTemplate }) => feedbackTemplate ?? []));
  if (wanted.size === 0) return new Map();
  const known = await unlessForbidden(async () => await lever.listFeedbackTemplates());
  const found = await Promise.all(
    [...wanted].map(async (name) => {
      const form = known.find(({ id, text }) => id === name || text === name);
      return form ? ([name, await readForm(form.id, lever)] as const) : ([name, null] as const);
    }),
  );
  return new Map(found.flatMap(([name, form]) => (form ? [[name, form] as const] : [])));
};

const readForm = async (id: string, lever: Forms): Promise<FeedbackForm | null> => {
  try {
    return await lever.getFeedbackTemplate(id);
  } catch (thrown) {
    if (isForbidden(thrown)) return null;
    throw thrown;
  }
};
