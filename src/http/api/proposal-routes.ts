/** Proposals and the decisions on them. */
import { z } from "zod";
import { getCase } from "../../cases/cases.ts";
import { type DecideDeps, decideProposal } from "../../cases/decide-proposal.ts";
import { openBooking } from "../../cases/open-proposal.ts";
import { WORD_OF_RISK } from "../../cases/no-show-told.ts";
import { getProposal, listProposals } from "../../cases/proposals.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import { fittingEdit } from "../../cases/store-edit.ts";
import { cutPage } from "../../db/page.ts";
import { isMessageKind } from "../../domain/attendance-message.ts";
import { renderBooking } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import { offerNow } from "../../domain/offer.ts";
import {
  type BookInterview,
  BookingEdit,
  ProposalStatus,
  ScoredItinerary,
} from "../../domain/proposal.ts";
import type { StepsOf } from "../../effects/bundles.ts";
import { type EffectRecord, listEffects } from "../../effects/effects.ts";
import { refsOf, videoUrlsOf } from "../../effects/video-urls.ts";
import { isEvaluativeOn } from "../../policy/decide.ts";
import { rememberRound } from "../../lever/remember.ts";
import { readPolicy } from "../../policy/store.ts";
import { type Principal, channelOf, deciderOf, mayDecide } from "../auth/principal.ts";
import { ProblemWithState } from "../problem.ts";
import { AnyEdit } from "./edit-schema.ts";
import { findShown } from "./find-shown.ts";
import { notThere } from "./not-there.ts";
import { type OwnFormDeps, refuseWhoOwes } from "../../cases/own-form-first.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import {
  AlertDetail,
  AnswerMailDetail,
  ChatNoteDetail,
  QuestionWordDetail,
  BriefDetail,
  DebriefDetail,
  MessageDetail,
  NudgeDetail,
  MoveDetail,
  QuestionsDetail,
  SynthesisDetail,
  SynthesisPreview,
} from "./aside-schemas.ts";
import {
  viewAlert,
  viewAnswerMail,
  viewBrief,
  viewChatNote,
  viewDebrief,
  viewQuestionWord,
  viewMessage,
  viewNudge,
  viewQuestions,
} from "./aside-view.ts";
import { noteOpening } from "../../cases/openings.ts";
import {
  lookAgainAtSynthesis,
  previewSynthesis,
  refuseOtherwise,
  viewSynthesis,
} from "./synthesis-view.ts";
import { viewMove } from "./stage-rule-view.ts";
import {
  DecisionAnswer,
  DecisionRequest,
  ProposalDetail,
  ProposalItem,
  RenderedBooking,
  page,
} from "./schemas.ts";
import { askedLook, viewEffect, viewProposal } from "./views.ts";
import { viewOne, viewProposals } from "./view-proposals.ts";

const PAGE = 50;

export interface ProposalRouteDeps extends DecideDeps, OwnFormDeps {
  lever: OwnFormDeps["lever"];
  publicUrl: string;
  stepsOf: StepsOf;
}

const params = z.object({ id: z.string() });

const AnyDetail = z.union([
  ProposalDetail,
  AlertDetail,
  BriefDetail,
  QuestionsDetail,
  SynthesisDetail,
  MessageDetail,
  NudgeDetail,
  MoveDetail,
  DebriefDetail,
  QuestionWordDetail,
  AnswerMailDetail,
  ChatNoteDetail,
]);

/** Routes of proposals. */
export const proposalRoutes = (deps: ProposalRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/proposals",
    summary: "Proposals, newest first",
    access: "read",
    about: "listed",
    query: z.object({
      status: z.enum([...ProposalStatus.options, "all"]).optional(),
      after: z.string().max(200).optional(),
    }),
    answer: page(ProposalItem),
    handler: async ({ query, principal }) => {
      const status = query.status === "all" ? undefined : query.status;
      const found = await listProposals(deps.database, {
        ...query,
        status,
        scope: principal?.scope,
        ...(!mayDecide(principal) && { without: WORD_OF_RISK }),
        limit: PAGE + 1,
      });
      const { rows, ...next } = cutPage(found, PAGE, (proposal) => proposal.createdAt);
      return { items: await viewProposals(rows, { principal }, deps), ...next };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/proposals/{id}",
    summary: "One proposal: the very texts, the slot, everybody's time, why",
    access: "read",
    about: { thing: "proposal", in: "id" },
    params,
    answer: AnyDetail,
    handler: async ({ params: { id }, principal }) => {
      const shown = await viewAny(await findShown(id, deps, principal), principal, deps);
      if (principal && mayDecide(principal)) {
        const opening = { proposalId: id, person: principal, at: deps.clock.now() };
        await noteOpening(deps.database, opening);
      }
      return shown;
    },
  }),
  previewRoute(deps),
  lookRoute(deps),
  decisionRoute(deps),
];

const viewAny = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: ProposalRouteDeps,
) => {
  if (proposal.kind === "alert_recruiter") return await viewAlert(proposal, principal, deps);
  if (proposal.kind === "send_brief") return await viewBrief(proposal, principal, deps);
  if (proposal.kind === "nudge_feedback") return await viewNudge(proposal, principal, deps);
  if (proposal.kind === "note_questions") return await viewQuestions(proposal, principal, deps);
  if (isMessageKind(proposal.kind)) return await viewMessage(proposal, principal, deps);
  if (proposal.kind === "post_synthesis") return await viewSynthesis(proposal, principal, deps);
  if (proposal.kind === "move_stage") return await viewMove(proposal, principal, deps);
  if (proposal.kind === "book_debrief") return await viewDebrief(proposal, principal, deps);
  if (proposal.kind === "tell_question") return await viewQuestionWord(proposal, principal, deps);
  if (proposal.kind === "tell_answer") return await viewAnswerMail(proposal, principal, deps);
  if (proposal.kind === "note_chat") return await viewChatNote(proposal, principal, deps);
  return await viewDetail(proposal, principal, deps);
};

const previewRoute = (deps: ProposalRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/proposals/{id}/preview",
    summary: "How the texts would read after an edit; changes nothing",
    access: "read",
    about: { thing: "proposal", in: "id" },
    params,
    body: z.strictObject({ payload: AnyEdit }),
    answer: z.union([
      z.object({
        rendered: RenderedBooking,
        itinerary: ScoredItinerary,
        summary: z.string(),
      }),
      SynthesisPreview,
    ]),
    handler: async ({ params: { id }, body, principal }) => {
      const proposal = await findShown(id, deps, principal);
      if (proposal.kind === "post_synthesis") {
        return await previewSynthesis(proposal, { edit: body.payload, principal }, deps);
      }
      const { payload, context } = await openBooking(deps.database, proposal, deps.texts);
      const edited = deps.applyEdit(payload, context, fittingEdit(BookingEdit, body.payload));
      return {
        rendered: renderBooking(edited.payload, {}),
        itinerary: edited.context.itinerary,
        summary: edited.context.summary,
      };
    },
  });

const lookRoute = (deps: ProposalRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/proposals/{id}/look",
    summary: "Have the round of a synthesis looked at again at once, if it is otherwise by now",
    access: "decide",
    about: { thing: "proposal", in: "id" },
    params,
    answer: SynthesisDetail.pick({ otherwise: true }),
    handler: async ({ params: { id }, principal }) => {
      const proposal = await findShown(id, deps, principal);
      if (proposal.kind !== "post_synthesis") throw notThere("synthesis");
      return await lookAgainAtSynthesis(proposal, principal, deps);
    },
  });

const decisionRoute = (deps: ProposalRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/proposals/{id}/decision",
    summary: "Approve, edit or reject a proposal that waits",
    access: "decide",
    about: { thing: "proposal", in: "id" },
    params,
    body: DecisionRequest,
    answer: DecisionAnswer,
    handler: async ({ params: { id }, body, principal }) => {
      try {
        if (body.decision !== "reject") await refuseToApprove(id, principal, deps);
        const decided = await decideProposal(
          {
            proposalId: id,
            digest: body.digest,
            decision: body.decision,
            ...deciderOf(principal),
            via: channelOf(principal),
            ...(body.payload && { edit: body.payload }),
            ...(body.reason && { reason: body.reason }),
          },
          deps,
        );
        return {
          proposal: await viewOne(decided.proposal, principal, deps),
          replaced: decided.replaced,
        };
      } catch (thrown) {
        const isLate =
          thrown instanceof AppError &&
          (thrown.code === "already_decided" || thrown.code === "stale_proposal");
        if (!isLate) throw thrown;
        const present = await getProposal(deps.database, id);
        throw new ProblemWithState(thrown, present && (await viewOne(present, principal, deps)));
      }
    },
  });

/** Who may not read a synthesis, or what a rule was judged by, cannot have approved it; and what a synthesis says has to be so when
 * somebody finalises it. */
const refuseToApprove = async (
  id: string,
  principal: Principal | null,
  deps: ProposalRouteDeps,
): Promise<void> => {
  const proposal = await getProposal(deps.database, id);
  if (proposal?.kind !== "post_synthesis" && proposal?.kind !== "move_stage") return;
  const once = { ...deps, lever: rememberRound(deps.lever) };
  const case_ = await getCase(deps.database, proposal.caseId);
  if (case_) await refuseWhoOwes(principal, case_, once);
  if (proposal.kind === "move_stage") return;
  const { policy } = await readPolicy(deps.database);
  if (isEvaluativeOn(policy)) await refuseOtherwise(proposal, once);
};

/** Of an offer its mail says only what could be chosen when it left, or can be now. */
const asSent = (
  payload: BookInterview,
  effects: readonly EffectRecord[],
  { clock }: ProposalRouteDeps,
): BookInterview => {
  const leftAt = effects.find(({ kind }) => kind === "offer_mail")?.leftAt;
  return offerNow(payload, leftAt ?? clock.now()) ?? payload;
};

const viewDetail = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: ProposalRouteDeps,
): Promise<z.infer<typeof ProposalDetail>> => {
  const { payload, context } = await openBooking(deps.database, proposal, deps.texts);
  const previous =
    proposal.previousId === null ? null : await getProposal(deps.database, proposal.previousId);
  const before = previous && (await openBooking(deps.database, previous, deps.texts));
  const effects = await listEffects(deps.database, proposal.id);
  const steps = deps.stepsOf(payload);
  const look = await askedLook(principal, [proposal], deps);
  return {
    ...(await viewProposal(proposal, { effects, look }, deps)),
    kind: payload.kind,
    payload,
    rendered: renderBooking(
      asSent(payload, effects, deps),
      videoUrlsOf(payload, refsOf(steps, effects)),
    ),
    steps: steps.map(({ kind, label, audience }) => ({ kind, label, audience })),
    itinerary: context.itinerary,
    alternatives: context.alternatives,
    calendar: context.calendar,
    evidence: context.evidence,
    reason: context.reason,
    effects: effects.map(viewEffect),
    previousId: proposal.previousId,
    // What was chosen from an offer is no edit of it.
    previousTexts: before && !before.payload.offer ? before.payload.texts : null,
  };
};
