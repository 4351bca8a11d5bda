/** What a person changes. After each change everything shown is read again. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AnswerToCandidate, QuestionFromCandidate } from "../../../src/domain/chat.ts";
import type { AssistantTokenToMake, MadeToken } from "../../../src/http/api/assistant-routes.ts";
import type { AttendanceItem, AttendanceSaid } from "../../../src/http/api/attendance-schemas.ts";
import type {
  AnswerItem,
  DecisionAnswer,
  DecisionRequest,
  EventItem,
  ReconciliationItem,
  Status,
} from "../../../src/http/api/schemas.ts";
import type { PersonalLink } from "../../../src/http/api/people-schemas.ts";
import type {
  GuideDetail,
  GuideToCreate,
  GuideToSave,
  GuideToTry,
  TriedQuestion,
} from "../../../src/http/api/guide-schemas.ts";
import type { ErasureItem } from "../../../src/http/api/erasure-schemas.ts";
import type { DelegationList, DelegationRequest } from "../../../src/http/api/delegation-routes.ts";
import type { OptOutList, OptOutRequest } from "../../../src/http/api/opt-out-routes.ts";
import type { PlanDetail, PlanToSave, PlanTrial } from "../../../src/http/api/plan-schemas.ts";
import type { JobText } from "../../../src/http/api/posting-routes.ts";
import type { PostingQuestions, QuestionsToSave } from "../../../src/http/api/question-schemas.ts";
import type { ApprovalOutcomes, SeveralApprovals } from "../../../src/http/api/several-routes.ts";
import type { PlainRequestItem } from "../../../src/http/api/request-schemas.ts";
import { api } from "./client.ts";
import type { VersionedPolicy } from "./queries.ts";

export const useChange = <Input, Answer>(change: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] !== "preview" && queryKey[0] !== "check" && queryKey[0] !== "session",
      });
    },
  });
};

/** Asks for something in plain words. */
export const useAsk = () =>
  useChange<{ text: string; caseId?: string }, PlainRequestItem>(
    async (asked) => await api<PlainRequestItem>("POST", "/api/plain-requests", asked),
  );

/** Leaves somebody to people. */
export const useOptOut = () =>
  useChange<OptOutRequest, OptOutList>(async (said) => await api("POST", "/api/opt-outs", said));

/** Names a delegate. */
export const useDelegate = () =>
  useChange<DelegationRequest, DelegationList>(
    async (said) => await api("POST", "/api/delegations", said),
  );

/** Ends that. */
export const useEndDelegation = () =>
  useChange<string, DelegationList>(
    async (id) => await api("POST", `/api/delegations/${encodeURIComponent(id)}/end`),
  );

/** Ends that somebody is left to people. */
export const useEndOptOut = () =>
  useChange<{ id: string; candidateAgrees: boolean }, OptOutList>(
    async ({ id, ...said }) =>
      await api("POST", `/api/opt-outs/${encodeURIComponent(id)}/end`, said),
  );

/** Decides on a proposal. */
export const useDecision = () =>
  useChange<{ id: string } & DecisionRequest, DecisionAnswer>(
    async ({ id, ...decision }) =>
      await api("POST", `/api/proposals/${encodeURIComponent(id)}/decision`, decision),
  );

/** Approves several proposals as they were seen. */
export const useApproveSeveral = () =>
  useChange<SeveralApprovals, ApprovalOutcomes>(
    async (seen) => await api("POST", "/api/proposals/approvals", seen),
  );

/** Runs a failed event again. */
export const useRetryEvent = () =>
  useChange<string, EventItem>(
    async (id) => await api("POST", `/api/events/${encodeURIComponent(id)}/retry`),
  );

/** Says that a person has seen to what a candidate asked for. */
export const useSettle = () =>
  useChange<string, AnswerItem>(
    async (id) => await api("POST", `/api/requests/${encodeURIComponent(id)}/settle`),
  );

/** Has the brief of one session made now; without an id, those of all that are to come. */
export const useBriefs = (id: string) =>
  useChange<string | undefined, { eventId: string }>(
    async (sessionId) =>
      await api("POST", `/api/cases/${encodeURIComponent(id)}/briefs`, {
        ...(sessionId !== undefined && { sessionId }),
      }),
  );

/** Says whether the candidate came to an interview. */
export const useAttendance = (id: string) =>
  useChange<AttendanceSaid, { items: AttendanceItem[] }>(
    async (said) => await api("PUT", `/api/cases/${encodeURIComponent(id)}/attendance`, said),
  );

/** Says whether a message arrived of which nobody could tell. */
export const useCheckedMail = () =>
  useChange<{ id: string; arrived: boolean }, { eventId: string }>(
    async ({ id, arrived }) =>
      await api("POST", `/api/effects/${encodeURIComponent(id)}/checked`, { arrived }),
  );

/** Has it proposed to leave the questions of a case's stage in Lever. */
export const useQuestionsNote = (id: string) =>
  useChange<undefined, { eventId: string }>(
    async () => await api("POST", `/api/cases/${encodeURIComponent(id)}/questions-note`),
  );

/** Has the rule of a case's plan for its stage judged. */
export const useStageRule = (id: string) =>
  useChange<undefined, { eventId: string }>(
    async () => await api("POST", `/api/cases/${encodeURIComponent(id)}/stage-rule`),
  );

/** Has a time for the debrief of a case's round looked for. */
export const useDebrief = (id: string) =>
  useChange<undefined, { eventId: string }>(
    async () => await api("POST", `/api/cases/${encodeURIComponent(id)}/debrief`),
  );

/** Has the mail proposed that offers another time to a candidate who did not come. */
export const useInvitation = (id: string) =>
  useChange<undefined, { eventId: string }>(
    async () => await api("POST", `/api/cases/${encodeURIComponent(id)}/invitation`),
  );

/** Has the synthesis of the feedback of a case's round made. */
export const useSynthesis = (id: string) =>
  useChange<undefined, { eventId: string }>(
    async () => await api("POST", `/api/cases/${encodeURIComponent(id)}/synthesis`),
  );

/** Has the round of a synthesis that waits looked at again. */
export const useLookAgain = (id: string) =>
  useChange<undefined, { otherwise: string | null }>(
    async () => await api("POST", `/api/proposals/${encodeURIComponent(id)}/look`),
  );

/** Has a case looked at again for which nothing fits; with the id of a rule, one in which that rule may give. */
export const useLook = (id: string) =>
  useChange<string | undefined, { eventId: string }>(
    async (relax) =>
      await api("POST", `/api/cases/${encodeURIComponent(id)}/look`, {
        ...(relax !== undefined && { relax }),
      }),
  );

/** Puts a policy in force. */
export const useSavePolicy = () =>
  useChange<VersionedPolicy, VersionedPolicy>(
    async (policy) => await api("PUT", "/api/policy", policy),
  );

/** Puts a version of a plan in force, or keeps it turned off. */
export const useSavePlan = () =>
  useChange<{ id: string } & PlanToSave, PlanDetail>(
    async ({ id, ...plan }) => await api("PUT", `/api/plans/${encodeURIComponent(id)}`, plan),
  );

/** Takes the dashboard's plan away. */
export const useRemovePlan = () =>
  useChange<{ id: string; basedOn: number }, PlanDetail>(
    async ({ id, basedOn }) =>
      await api("DELETE", `/api/plans/${encodeURIComponent(id)}?basedOn=${basedOn}`),
  );

/** Answers a candidate in the chat of their page. */
export const useAnswerCandidate = () =>
  useChange<{ id: string } & AnswerToCandidate, QuestionFromCandidate>(
    async ({ id, ...answer }) =>
      await api("POST", `/api/questions-from-candidates/${encodeURIComponent(id)}/answer`, answer),
  );

/** Begins a candidate guide. */
export const useBeginGuide = () =>
  useChange<GuideToCreate, GuideDetail>(async (guide) => await api("POST", "/api/guides", guide));

/** Adds a version to a candidate guide. */
export const useSaveGuide = () =>
  useChange<{ id: string } & GuideToSave, GuideDetail>(
    async ({ id, ...change }) => await api("PUT", `/api/guides/${encodeURIComponent(id)}`, change),
  );

/** What a question would find if a draft were saved. Nothing changes by it. */
export const useTryGuide = () =>
  useMutation({
    mutationFn: async (attempt: GuideToTry) =>
      await api<TriedQuestion>("POST", "/api/guides/try", attempt),
  });

/** Keeps questions for a posting and a plan. */
export const useSaveQuestions = () =>
  useChange<{ postingId: string; planId: string } & QuestionsToSave, PostingQuestions>(
    async ({ postingId, planId, ...questions }) =>
      await api("PUT", questionsAt(postingId, planId), questions),
  );

/** Sets the level of a posting; null: it is read from its text. */
export const useSetLevel = () =>
  useChange<
    { postingId: string; planId: string } & Pick<PostingQuestions, "level"> & { basedOn: number },
    PostingQuestions
  >(
    async ({ postingId, planId, ...level }) =>
      await api("PUT", questionsAt(postingId, planId).replace("?", "/level?"), level),
  );

/** Goes back to the questions that are composed. */
export const useForgetQuestions = () =>
  useChange<{ postingId: string; planId: string; basedOn: number }, PostingQuestions>(
    async ({ postingId, planId, basedOn }) =>
      await api("DELETE", `${questionsAt(postingId, planId)}&basedOn=${basedOn}`),
  );

const questionsAt = (postingId: string, planId: string): string =>
  `/api/postings/${encodeURIComponent(postingId)}/questions?plan=${encodeURIComponent(planId)}`;

/** The times that a plan would give for a candidate. Nothing changes by it. */
export const useTryPlan = () =>
  useMutation({
    mutationFn: async (attempt: { source: string; opportunityId: string }) =>
      await api<PlanTrial>("POST", "/api/plans/try", attempt),
  });

/** A posting's job text, or its questions under a plan, one a line. Nothing changes by it. */
export const useTakeText = () =>
  useMutation({
    mutationFn: async ({ postingId, planId }: { postingId: string; planId: string | null }) => {
      const path = `/api/postings/${encodeURIComponent(postingId)}`;
      if (planId === null) return (await api<JobText>("GET", `${path}/text`)).text;
      const { set } = await api<PostingQuestions>(
        "GET",
        `${path}/questions?${new URLSearchParams({ plan: planId }).toString()}`,
      );
      return set.sessions
        .flatMap(({ questions }) =>
          questions.flatMap(({ text, followUps }) => [text, ...followUps]),
        )
        .join("\n");
    },
  });

/** Pauses all that would be sent or booked, or lets it go on. */
export const usePause = () =>
  useChange<boolean, Status>(
    async (pause) => await api("POST", pause ? "/api/pause" : "/api/resume"),
  );

/** Has all cases compared with Lever and calendars. */
export const useCompare = () =>
  useChange<undefined, ReconciliationItem>(async () => await api("POST", "/api/reconcile"));

/** Makes a link to somebody's own page. */
export const useMakeLink = () =>
  useChange<string, PersonalLink>(
    async (id) => await api("POST", `/api/people/${encodeURIComponent(id)}/link`),
  );

/** Has somebody's day sent to them each working morning, or not. */
export const useSetDigest = () =>
  useChange<{ id: string; isOn: boolean }, unknown>(
    async ({ id, isOn }) =>
      await api("PUT", `/api/people/${encodeURIComponent(id)}/daily-digest`, { isOn }),
  );

/** Ends every link to somebody's own page. */
export const useEndLinks = () =>
  useChange<string, unknown>(
    async (id) => await api("DELETE", `/api/people/${encodeURIComponent(id)}/link`),
  );

/** Ends every link to the page of a case's candidate. */
export const useEndCandidateLinks = () =>
  useChange<string, unknown>(
    async (id) => await api("DELETE", `/api/cases/${encodeURIComponent(id)}/link`),
  );

/** Has the candidate of a case erased, for good. */
export const useErase = () =>
  useChange<{ id: string; reason: string; reference?: string }, ErasureItem>(
    async ({ id, ...why }) => await api("POST", `/api/cases/${encodeURIComponent(id)}/erase`, why),
  );

/** Makes a token for an assistant. Shape: the secret, this once. */
export const useMakeAssistantToken = () =>
  useChange<AssistantTokenToMake, MadeToken>(
    async (token) => await api("POST", "/api/assistant-tokens", token),
  );

/** Ends an assistant's token. */
export const useEndAssistantToken = () =>
  useChange<string, unknown>(
    async (id) => await api("DELETE", `/api/assistant-tokens/${encodeURIComponent(id)}`),
  );

/** Moves a candidate's stage in the sandbox company's Lever. */
export const useMoveStage = () =>
  useChange<{ opportunityId: string; stageId: string }, unknown>(
    async (move) => await api("POST", "/api/sandbox/stage", move),
  );

/** Advances the sandbox company's clock. */
export const useAdvance = () =>
  useChange<number, unknown>(
    async (minutes) => await api("POST", "/api/sandbox/advance", { minutes }),
  );
