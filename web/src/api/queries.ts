/** What pages read, with the keys under which it is kept. */
import type { OwnBriefs } from "../../../src/http/api/own-brief-routes.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { AssistantTokenList } from "../../../src/http/api/assistant-routes.ts";
import type { AttendanceModelView } from "../../../src/http/api/attendance-schemas.ts";
import type { Policy } from "../../../src/domain/policy.ts";
import type { QuestionFromCandidate } from "../../../src/domain/chat.ts";
import type { BookingEdit, ScoredItinerary } from "../../../src/domain/proposal.ts";
import type { SynthesisEdit } from "../../../src/domain/synthesis.ts";
import type { CompetencyList } from "../../../src/http/api/competency-routes.ts";
import type {
  CheckedText,
  LanguageRules,
  TextToCheck,
} from "../../../src/http/api/language-routes.ts";
import type { EditList } from "../../../src/http/api/edit-routes.ts";
import type { GuideDetail, GuideList } from "../../../src/http/api/guide-schemas.ts";
import type { OwedFormItem, OwedFormList } from "../../../src/http/api/feedback-schemas.ts";
import type { PostingList } from "../../../src/http/api/posting-routes.ts";
import type {
  AlertDetail,
  ChatNoteDetail,
  QuestionWordDetail,
  BriefDetail,
  DebriefDetail,
  QuestionsDetail,
  MessageDetail,
  SynthesisDetail,
  SynthesisPreview,
  MoveDetail,
} from "../../../src/http/api/aside-schemas.ts";
import type {
  AnswerItem,
  CaseDetail,
  CaseItem,
  CaseStatus,
  EventItem,
  LatestReconciliation,
  Page,
  ProposalDetail,
  ProposalItem,
  RenderedBooking,
  RunDetail,
  Status,
} from "../../../src/http/api/schemas.ts";
import type { PersonItem } from "../../../src/http/api/people-schemas.ts";
import type {
  LeverNames,
  PlanCheck,
  PlanDetail,
  PlanList,
} from "../../../src/http/api/plan-schemas.ts";
import type {
  OtherQuestions,
  PlanPostings,
  PostingQuestions,
} from "../../../src/http/api/question-schemas.ts";
import type { PlainRequestItem } from "../../../src/http/api/request-schemas.ts";
import type { OptOutList } from "../../../src/http/api/opt-out-routes.ts";
import type { PolicyPreview } from "../../../src/http/api/policy-routes.ts";
import type { InsightsAnswer } from "../../../src/http/api/insights-schemas.ts";
import type { DayAnswer } from "../../../src/http/api/today-schemas.ts";
import { api } from "./client.ts";

const search = (parts: Record<string, string | undefined>): string => {
  const set = Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1]));
  return set.length === 0 ? "" : `?${new URLSearchParams(set).toString()}`;
};

export const useOne = <Answer>(key: readonly unknown[], path: string, isEnabled = true) =>
  useQuery({
    queryKey: key,
    queryFn: async () => await api<Answer>("GET", path),
    enabled: isEnabled,
  });

interface ListRequest {
  key: readonly unknown[];
  path: string;
  filters?: Record<string, string | undefined>;
  isEnabled?: boolean;
}

/** A list with "show more"; `data` holds the items of all pages read so far. */
export const useList = <Item>({ key, path, filters = {}, isEnabled = true }: ListRequest) =>
  useInfiniteQuery({
    queryKey: [...key, filters],
    queryFn: async ({ pageParam }) =>
      await api<Page<Item>>("GET", `${path}${search({ ...filters, after: pageParam })}`),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    select: (data) => data.pages.flatMap((page) => page.items),
    enabled: isEnabled,
  });

/** Ages on the page follow the company's clock, so it is read again now and then. */
const CLOCK_MS = 30_000;

/** Where the whole stands. */
export const useStatus = () =>
  useQuery({
    queryKey: ["status"],
    queryFn: async () => await api<Status>("GET", "/api/status"),
    refetchInterval: CLOCK_MS,
  });

/** Proposals, newest first. */
export const useProposals = (status: "waiting" | "all") =>
  useList<ProposalItem>({ key: ["proposals"], path: "/api/proposals", filters: { status } });

/** One proposal with all that a person needs to judge it. */
export const useProposal = (id: string) =>
  useOne<
    | ProposalDetail
    | AlertDetail
    | BriefDetail
    | MessageDetail
    | QuestionsDetail
    | SynthesisDetail
    | MoveDetail
    | DebriefDetail
    | QuestionWordDetail
    | ChatNoteDetail
  >(["proposals", "one", id], `/api/proposals/${encodeURIComponent(id)}`);

/** Who changed what of a proposal. */
export const useEdits = (id: string) =>
  useOne<EditList>(["proposals", "edits", id], `/api/proposals/${encodeURIComponent(id)}/edits`);

/** Cases, latest change first. */
export const useCases = (status: CaseStatus | undefined, isEnabled = true) =>
  useList<CaseItem>({ key: ["cases"], path: "/api/cases", filters: { status }, isEnabled });

/** One case with all that belongs to it. */
export const useCase = (id: string, isEnabled = true) =>
  useOne<CaseDetail>(["cases", "one", id], `/api/cases/${encodeURIComponent(id)}`, isEnabled);

/** The briefs that were sent to you. */
export const useOwnBriefs = () => useOne<OwnBriefs>(["briefs"], "/api/briefs");

/** What candidates ask for and nobody has seen to. */
export const useRequests = () => useOne<Page<AnswerItem>>(["cases", "requests"], "/api/requests");

/** What you have asked in plain words, newest first. */
export const useAsked = () => useOne<Page<PlainRequestItem>>(["asked"], "/api/plain-requests");

/** One run with its steps. */
export const useRun = (id: string) =>
  useOne<RunDetail>(["cases", "run", id], `/api/runs/${encodeURIComponent(id)}`);

/** Events, newest first. */
export const useEvents = (status: EventItem["status"] | undefined) =>
  useList<EventItem>({ key: ["events"], path: "/api/events", filters: { status } });

/** The latest comparison with Lever and calendars. */
export const useComparison = () => useOne<LatestReconciliation>(["comparison"], "/api/reconcile");

/** Who interviews; with a search, anybody of Lever. What was found last stays while the next is looked for. */
export const usePeople = (asked: string) =>
  useQuery({
    queryKey: ["people", asked],
    queryFn: async () =>
      await api<Page<PersonItem> & { hasMore: boolean }>(
        "GET",
        `/api/people${search({ search: asked })}`,
      ),
    placeholderData: (before) => before,
  });

/** Feedback forms, the longest ago first, and of how many candidacies none could be read. */
export const useOwedForms = (filters: { status: "owed" | "overdue" | "any"; caseId?: string }) =>
  useInfiniteQuery({
    queryKey: ["feedback", filters],
    queryFn: async ({ pageParam }) =>
      await api<OwedFormList>(
        "GET",
        `/api/feedback/owed${search({ ...filters, after: pageParam })}`,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    select: ({ pages }): { items: OwedFormItem[]; unread: number } => ({
      items: pages.flatMap(({ items }) => items),
      unread: pages.at(-1)?.unread ?? 0,
    }),
  });

/** A recruiter's day; null: everybody's. */
export const useToday = (person: string | null) =>
  useQuery({
    queryKey: ["today", person],
    queryFn: async () =>
      await api<DayAnswer>("GET", `/api/today${search({ person: person ?? undefined })}`),
    placeholderData: (before) => before,
  });

export interface InsightFilters {
  [name: string]: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  team?: string | undefined;
  posting?: string | undefined;
}

/** Where the same figures are as CSV. */
export const insightsCsvPath = (filters: InsightFilters): string =>
  `/api/insights.csv${search(filters)}`;

/** Figures of some days. The last ones stay while others are computed. */
export const useInsights = (filters: InsightFilters, isEnabled: boolean) =>
  useQuery({
    queryKey: ["insights", filters],
    queryFn: async () => await api<InsightsAnswer>("GET", `/api/insights${search(filters)}`),
    placeholderData: (before) => before,
    enabled: isEnabled,
  });

/** What risks of no-shows are told by, and whether help helps. */
export const useAttendanceModel = () =>
  useOne<AttendanceModelView>(["attendance", "model"], "/api/attendance/model");

/** Interview plans, in the order in which they are asked. */
export const usePlans = () => useOne<PlanList>(["plans"], "/api/plans");

/** One plan with its text and versions. */
export const usePlan = (id: string) =>
  useOne<PlanDetail>(["plans", "one", id], `/api/plans/${encodeURIComponent(id)}`);

/** Candidate guides: those for everybody, then those of postings. */
export const useGuides = () => useOne<GuideList>(["guides"], "/api/guides");

/** One candidate guide with its text and versions; null asks nothing. */
export const useGuide = (id: string | null) =>
  useOne<GuideDetail>(
    ["guides", "one", id],
    `/api/guides/${encodeURIComponent(id ?? "")}`,
    id !== null,
  );

/** What candidates asked and the assistant could not answer: the open ones first, unless a state is asked for. */
export const useCandidateQuestions = (state: "open" | "answered" | undefined) =>
  useOne<Page<QuestionFromCandidate>>(
    ["questions", state],
    `/api/questions-from-candidates${search({ state })}`,
  );

/** Lever's stages and feedback forms. */
export const useLeverNames = () => useOne<LeverNames>(["lever", "names"], "/api/lever/names");

/** What questions can be about. The bank changes with a release alone. */
export const useCompetencies = () =>
  useQuery({
    queryKey: ["competencies"],
    queryFn: async () => await api<CompetencyList>("GET", "/api/competencies"),
    staleTime: Infinity,
  });

/** Open postings that a plan is for. */
export const usePlanPostings = (id: string) =>
  useOne<PlanPostings>(["plans", "postings", id], `/api/plans/${encodeURIComponent(id)}/postings`);

/** The questions of a posting under a plan. */
export const usePostingQuestions = ({ postingId, planId }: { postingId: string; planId: string }) =>
  useOne<PostingQuestions>(
    ["plans", "questions", `${planId}/${postingId}`],
    `/api/postings/${encodeURIComponent(postingId)}/questions${search({ plan: planId })}`,
  );

/** What else of a competency could be asked. */
export const useOtherQuestions = (of: {
  postingId: string;
  planId: string;
  competencyId: string;
}) =>
  useOne<OtherQuestions>(
    ["plans", "others", `${of.planId}/${of.postingId}/${of.competencyId}`],
    `/api/postings/${encodeURIComponent(of.postingId)}/questions/others${search({ plan: of.planId, competency: of.competencyId })}`,
  );

/** Whose law the language checker knows. It changes with a release alone. */
export const useLanguageRules = () =>
  useQuery({
    queryKey: ["language", "rules"],
    queryFn: async () => await api<LanguageRules>("GET", "/api/language/rules"),
    staleTime: Infinity,
  });

export interface FoundInText extends CheckedText {
  text: string;
}

/** What is found in a text, with that text; null asks nothing. The last answer stays while the next is made, and all is
 * forgotten by the browser once no page shows it. */
export const useLanguageCheck = (asked: TextToCheck | null) =>
  useQuery({
    queryKey: ["check", "language", asked],
    queryFn: async (): Promise<FoundInText> => ({
      ...(await api<CheckedText>("POST", "/api/language/check", asked)),
      text: asked?.text ?? "",
    }),
    placeholderData: (before) => before,
    enabled: asked !== null,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });

/** Open postings. */
export const usePostings = () => useOne<PostingList>(["lever", "postings"], "/api/postings");

/** What is wrong with a plan's text. The last answer stays while the next is made. */
export const usePlanCheck = (text: { source: string; isNew: boolean }) =>
  useQuery({
    queryKey: ["check", text],
    queryFn: async () => await api<PlanCheck>("POST", "/api/plans/check", text),
    placeholderData: (before) => before,
    retry: false,
    staleTime: 60_000,
  });

export type VersionedPolicy = Policy & { version: number };

/** The policy in force. */
export const usePolicy = () => useOne<VersionedPolicy>(["policy"], "/api/policy");

/** Tokens of assistants that are good now. */
export const useAssistantTokens = () =>
  useOne<AssistantTokenList>(["assistant-tokens"], "/api/assistant-tokens");

export interface SandboxCandidate {
  id: string;
  name: string;
  postingTitle: string;
  stageId: string;
  stageName: string;
}

/** Candidates of the sandbox company. */
export const useSandboxCandidates = (isEnabled: boolean) =>
  useOne<Page<SandboxCandidate>>(
    ["sandbox", "opportunities"],
    "/api/sandbox/opportunities",
    isEnabled,
  );

/** Stages of the sandbox company. */
export const useSandboxStages = (isEnabled: boolean) =>
  useOne<Page<{ id: string; text: string }>>(
    ["sandbox", "stages"],
    "/api/sandbox/stages",
    isEnabled,
  );

export interface Preview {
  rendered: RenderedBooking;
  itinerary: ScoredItinerary;
  summary: string;
}

/** How the texts would read after an edit; null asks nothing. The last answer stays while the next is read. */
/** How a synthesis would read after an edit. */
export const useSynthesisPreview = (id: string, edit: SynthesisEdit | null) =>
  useQuery({
    queryKey: ["preview", id, edit],
    queryFn: async () =>
      await api<SynthesisPreview>("POST", `/api/proposals/${encodeURIComponent(id)}/preview`, {
        payload: edit,
      }),
    enabled: edit !== null,
    retry: false,
    staleTime: Infinity,
  });

/** Who wants people instead of software. */
export const useOptOuts = () => useOne<OptOutList>(["opt-outs"], "/api/opt-outs");

/** What a policy would have done with the proposals of the last days. */
export const usePolicyPreview = (policy: Policy, days: number) =>
  useQuery({
    queryKey: ["preview", "policy", policy, days],
    queryFn: async () => await api<PolicyPreview>("POST", "/api/policy/preview", { policy, days }),
    placeholderData: (before) => before,
    retry: false,
  });

/** How a proposal's texts would read after an edit. */
export const usePreview = (id: string, edit: BookingEdit | null) =>
  useQuery({
    queryKey: ["preview", id, edit],
    queryFn: async () =>
      await api<Preview>("POST", `/api/proposals/${encodeURIComponent(id)}/preview`, {
        payload: edit,
      }),
    enabled: edit !== null,
    placeholderData: (before) => before,
    retry: false,
    staleTime: Infinity,
  });
