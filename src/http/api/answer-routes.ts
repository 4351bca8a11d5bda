/** What candidates said on their own page, and what of it asks for a person. */
import { z } from "zod";
import { isAboutNeeds } from "../../../agents/candidate-chat/needs.ts";
import { endUnanswered } from "../../cases/wishes.ts";
import {
  type AnswerRecord,
  getAnswer,
  listAnswers,
  listRequests,
  openAnswer,
  settleAnswer,
} from "../../cases/answers.ts";
import { getCase } from "../../cases/cases.ts";
import type { CaseRecord } from "../../cases/records.ts";
import { REQUEST_KINDS } from "../../domain/candidate-answer.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { AnswerItem, page } from "./schemas.ts";
import { type SitsInDeps, maySitIn } from "./sits-in.ts";
import { viewCases } from "./views.ts";

export interface AnswerRouteDeps extends SitsInDeps {
  clock: Clock;
  ids: Ids;
}

const MOST = 100;

/** Routes of candidates' requests. */
export const answerRoutes = (deps: AnswerRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/requests",
    summary: "What candidates ask for and nobody has seen to, oldest first",
    access: "read",
    about: "listed",
    answer: page(AnswerItem),
    handler: async ({ principal }) => ({
      items: await viewAnswers(
        await listRequests(deps.database, { limit: MOST, scope: principal?.scope }),
        principal,
        deps,
      ),
    }),
  }),
  defineRoute({
    method: "post",
    path: "/api/requests/{id}/settle",
    summary: "A person has seen to what a candidate asked for",
    access: "decide",
    about: { thing: "answer", in: "id" },
    params: z.object({ id: z.string() }),
    answer: AnswerItem,
    handler: async ({ params, principal }) => {
      await deps.database.transaction(async (tx) => {
        const by = principal?.name ?? "nobody";
        const { caseId } = await settleAnswer(tx, { answerId: params.id, by }, deps);
        await endUnanswered(tx, caseId, deps);
      });
      const settled = await getAnswer(deps.database, params.id);
      const [item] = settled ? await viewAnswers([settled], principal, deps) : [];
      if (!item) throw notThere("request");
      return item;
    },
  }),
];

/** All that the candidate of a case said. */
export const viewCaseAnswers = async (
  caseId: string,
  principal: Principal | null,
  deps: SitsInDeps,
): Promise<AnswerItem[]> =>
  await viewAnswers(await listAnswers(deps.database, caseId), principal, deps);

const viewAnswers = async (
  answers: readonly AnswerRecord[],
  principal: Principal | null,
  deps: SitsInDeps,
): Promise<AnswerItem[]> => {
  const items: AnswerItem[] = [];
  for (const answer of answers) {
    const case_ = await getCase(deps.database, answer.caseId);
    const [shown] = case_ ? await viewCases([case_], deps) : [];
    if (!case_ || !shown) continue;
    items.push({
      id: answer.id,
      caseId: answer.caseId,
      candidateName: shown.candidateName,
      postingTitle: shown.postingTitle,
      stageName: shown.stageName,
      kind: answer.kind,
      isRequest: REQUEST_KINDS.some((kind) => kind === answer.kind),
      words: case_.isConfidential ? [] : await wordsOf({ answer, case_ }, principal, deps),
      at: (answer.saidAt ?? answer.madeAt).toString(),
      settledAt: answer.settledAt?.toString() ?? null,
      settledBy: answer.settledBy,
    });
  }
  return items;
};

/** The candidate's own words. What somebody needs is for those who arrange the interview, not for whoever may look, wherever they wrote it. */
const wordsOf = async (
  { answer, case_ }: { answer: AnswerRecord; case_: CaseRecord },
  principal: Principal | null,
  deps: SitsInDeps,
): Promise<AnswerItem["words"]> => {
  const maySeeNeeds = async (): Promise<boolean> =>
    mayDecide(principal) && !(await maySitIn(case_, principal, deps));
  const { database, texts } = deps;
  if (answer.kind === "needs") {
    if (!(await maySeeNeeds())) return [];
    const body = await openAnswer(database, { ...answer, kind: answer.kind }, texts);
    return said(["Needs", body?.needs], ["Name is said", body?.pronunciation]);
  }
  const freely = async (text = ""): Promise<string> =>
    isAboutNeeds(text) && !(await maySeeNeeds()) ? "" : text;
  if (answer.kind === "availability") {
    const body = await openAnswer(database, { ...answer, kind: answer.kind }, texts);
    return said(
      ["In their words", await freely(body?.words)],
      ["Windows", body?.windows.map(({ start, end }) => `${start}/${end}`).join("\n")],
      ["Zone", body?.zone],
    );
  }
  if (answer.kind === "picked" || answer.kind === "confirmed") return [];
  const body = await openAnswer(database, { ...answer, kind: answer.kind }, texts);
  return said(["Why", await freely(body?.reason)]);
};

const said = (...lines: [label: string, text: string | undefined][]): AnswerItem["words"] =>
  lines.flatMap(([label, text]) => (text ? [{ label, text }] : []));
