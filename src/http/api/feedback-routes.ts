/** Who owes which feedback form: of whom and since when, and nothing of what is in one. */
import { z } from "zod";
import { type MirroredForm, countUnread, listForms } from "../../cases/feedback-owed.ts";
import { getCase } from "../../cases/cases.ts";
import type { CaseRecord } from "../../cases/records.ts";
import { cutPage } from "../../db/page.ts";
import { UserId } from "../../domain/ids.ts";
import type { Clock } from "../../domain/time.ts";
import { silenceOf } from "../../feedback/no-nudge.ts";
import { OVERDUE_AFTER_HOURS } from "../../feedback/owed.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import { type OwedFormItem, OwedFormList } from "./feedback-schemas.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { type ViewDeps, viewCases } from "./views.ts";

interface FeedbackRouteDeps extends ViewDeps {
  clock: Clock;
  lever: Pick<LeverReader, "listUsers" | "listFeedbackTemplates">;
}

const PAGE = 50;

/** Routes of feedback. */
export const feedbackRoutes = (deps: FeedbackRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/feedback/owed",
    summary:
      "Feedback forms that are owed, the longest first; `status=any` for those handed in too",
    access: "read",
    about: "everybody",
    query: z.object({
      status: z.enum(["owed", "overdue", "any"]).default("owed"),
      caseId: z.string().max(100).optional(),
      personId: UserId.optional(),
      after: z.string().max(300).optional(),
    }),
    answer: OwedFormList,
    handler: async ({ query: { status, caseId, personId, after } }) => {
      const now = deps.clock.now();
      const found = await listForms(deps.database, {
        status: status === "any" ? undefined : "owed",
        endedBy: status === "overdue" ? now.subtract({ hours: OVERDUE_AFTER_HOURS }) : undefined,
        caseId,
        userId: personId,
        after,
        limit: PAGE + 1,
      });
      const { rows, ...next } = cutPage(found, PAGE, ({ endsAt }) => endsAt);
      const unread = await countUnread(deps.database);
      return { items: await viewForms(rows, now, deps), unread, ...next };
    },
  }),
];

/** With the names of people and forms as Lever has them, and of candidates. */
const viewForms = async (
  forms: readonly MirroredForm[],
  now: Temporal.Instant,
  deps: FeedbackRouteDeps,
): Promise<OwedFormItem[]> => {
  if (forms.length === 0) return [];
  const [users, templates] = await Promise.all([
    unlessForbidden(async () => await deps.lever.listUsers()),
    unlessForbidden(async () => await deps.lever.listFeedbackTemplates()),
  ]);
  const people = new Map(users.map((user) => [user.id as string, user]));
  const names = new Map(templates.map(({ id, text }) => [id, text]));
  const cases = new Map(
    (await viewCases(await readCases(forms, deps), deps)).map((case_) => [case_.id, case_]),
  );
  return forms.map((form): OwedFormItem => {
    const person = people.get(form.userId);
    const case_ = form.caseId === null ? undefined : cases.get(form.caseId);
    const overdueAt = form.endsAt.add({ hours: OVERDUE_AFTER_HOURS });
    return {
      id: form.id,
      caseId: case_?.id ?? null,
      candidateName: case_?.candidateName ?? null,
      postingTitle: case_?.postingTitle ?? null,
      stageName: case_?.stageName ?? null,
      leverUrl: case_?.leverUrl ?? null,
      person: { id: form.userId, name: person?.name ?? null, email: person?.email ?? null },
      form: names.get(form.templateId) ?? null,
      startsAt: form.startsAt.toString(),
      endsAt: form.endsAt.toString(),
      status: form.status,
      isOverdue: form.status === "owed" && Temporal.Instant.compare(overdueAt, now) <= 0,
      excuse: form.excuse,
      handedInAt: form.handedInAt?.toString() ?? null,
      leverReminds: form.leverReminds,
      reminders: viewReminders(form),
    };
  });
};

const viewReminders = (form: MirroredForm): OwedFormItem["reminders"] => {
  const silence = silenceOf(form);
  const isToCome = form.status === "owed" && silence === null;
  return {
    sent: form.remindedCount,
    lastAt: form.remindedAt?.toString() ?? null,
    nextAt: isToCome ? (form.nudgeNextAt?.toString() ?? null) : null,
    silence,
  };
};

const readCases = async (
  forms: readonly MirroredForm[],
  { database }: FeedbackRouteDeps,
): Promise<CaseRecord[]> => {
  const ids = new Set(forms.flatMap(({ caseId }) => caseId ?? []));
  const found = await Promise.all([...ids].map(async (id) => await getCase(database, id)));
  return found.filter((case_) => case_ !== null);
};
