/** Candidate guides: what they say, what was saved when and by whom, and what a question would find in them. */
import { z } from "zod";
import { replyWithoutModel } from "../../../agents/candidate-chat/reply.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { PostingId } from "../../domain/ids.ts";
import type { Clock } from "../../domain/time.ts";
import type { Found, GuideScope, Passage } from "../../guides/passage.ts";
import { cutPassages } from "../../guides/passages.ts";
import { type PassageDeps, readPassages } from "../../guides/reader.ts";
import {
  type GuideHead,
  type GuideVersion,
  type Saving,
  createGuide,
  listGuideVersions,
  listGuides,
  saveGuide,
} from "../../guides/saved.ts";
import { searchGuides } from "../../guides/search.ts";
import type { Ids } from "../../identifiers.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader, Posting } from "../../lever/port.ts";
import type { Principal } from "../auth/principal.ts";
import { knowledgeToTry } from "../candidate/chat/tried.ts";
import { changeAndShow } from "../problem.ts";
import {
  CreateGuide,
  FoundPassages,
  GuideDetail,
  type GuideItem,
  GuideList,
  SaveGuide,
  SearchQuery,
  type ShownScope,
  TriedQuestion,
  TryGuide,
  guideId,
} from "./guide-schemas.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface GuideRouteDeps extends PassageDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  company: { name: string };
  tools: { lever: Pick<LeverReader, "listPostings" | "getPosting"> };
}

const params = z.object({ id: guideId });
const VERSIONS = 20;
const MOST_FOUND = 5;

/** Routes of candidate guides. */
export const guideRoutes = (deps: GuideRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/guides",
    summary: "Candidate guides: those for everybody, then those of postings",
    access: "settings",
    about: "nobody",
    answer: GuideList,
    handler: async () => {
      const heads = await listGuides(deps.database);
      const titles = await titlesOf(heads, deps);
      return { items: heads.map((head) => viewItem(head, titles)) };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/guides/search",
    summary: "What a candidate's question would find in the guides",
    access: "settings",
    about: "nobody",
    query: SearchQuery,
    answer: FoundPassages,
    handler: async ({ query: { q, postingId = null } }) =>
      viewFound(searchGuides(await readPassages(deps, { postingId }), q, MOST_FOUND)),
  }),
  defineRoute({
    method: "post",
    path: "/api/guides/try",
    summary:
      "What the assistant would answer a candidate by rule, as if a draft were saved; stores nothing",
    access: "settings",
    about: "nobody",
    body: TryGuide,
    answer: TriedQuestion,
    handler: async ({ body: { q, postingId, draft } }) => {
      const saved = await readPassages(deps, { postingId });
      const guide = draft ? withDraft(saved, draft, postingId) : saved;
      const posting = postingId === null ? null : await readPosting(postingId, deps);
      const knowledge = knowledgeToTry({ guide, posting, companyName: deps.company.name });
      const { text, isHandedOver, sources } = replyWithoutModel({ question: q, knowledge });
      return { text, isHandedOver, sources };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/guides/{id}",
    summary: "One candidate guide with its text and its versions",
    access: "settings",
    about: "nobody",
    params,
    answer: GuideDetail,
    handler: async (call) => await viewDetail(call.params.id, deps),
  }),
  ...changeRoutes(deps),
];

const changeRoutes = (deps: GuideRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/api/guides",
    summary: "Begin a candidate guide, for everybody or for one posting",
    access: "decide",
    about: "everybody",
    body: CreateGuide,
    answer: GuideDetail,
    handler: async ({ body: { scope, title, text = "" }, principal }) => {
      if (scope.kind === "posting") await checkPosting(scope.postingId, deps);
      const id = deps.ids.next("gd");
      const guide = { guideId: id, scope, title, text };
      await deps.database.transaction(
        async (tx) => await createGuide(tx, guide, saving(principal, deps)),
      );
      return await viewDetail(id, deps);
    },
  }),
  defineRoute({
    method: "put",
    path: "/api/guides/{id}",
    summary: "Save a version of a candidate guide; `basedOn` is the one that was changed",
    access: "decide",
    about: "everybody",
    params,
    body: SaveGuide,
    answer: GuideDetail,
    handler: async ({ params: { id }, body, principal }) => {
      const { basedOn, title, text, state, restoredFrom } = body;
      const change = {
        guideId: id,
        basedOn,
        ...(title !== undefined && { title }),
        ...(text !== undefined && { text }),
        ...(state !== undefined && { state }),
        ...(restoredFrom !== undefined && { restoredFrom }),
      };
      return await changeAndShow(
        async () =>
          await deps.database.transaction(
            async (tx) => await saveGuide(tx, change, saving(principal, deps)),
          ),
        async () => await viewDetail(id, deps),
      );
    },
  }),
];

const saving = (principal: Principal | null, { clock, ids }: GuideRouteDeps): Saving => ({
  by: principal?.name ?? "nobody",
  at: clock.now(),
  correlationId: ids.next("co"),
});

/** Errors: `not_found` where Lever knows no such posting; Lever's own. */
const checkPosting = async (id: PostingId, deps: GuideRouteDeps): Promise<void> => {
  await readPosting(id, deps);
};

const readPosting = async (id: PostingId, { tools }: GuideRouteDeps): Promise<Posting> => {
  try {
    return await tools.lever.getPosting(id);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_not_found") throw notThere("posting");
    throw thrown;
  }
};

type Titles = ReadonlyMap<string, string>;

/** Titles of the open postings; none while Lever cannot say them: guides can be read all the same. */
const titlesOf = async (
  guides: readonly { scope: GuideScope }[],
  { tools }: GuideRouteDeps,
): Promise<Titles> => {
  if (guides.every(({ scope }) => scope.kind === "company")) return new Map();
  try {
    const postings = await unlessForbidden(async () => await tools.lever.listPostings());
    return new Map(postings.map(({ id, title }) => [id, title]));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return new Map();
    throw thrown;
  }
};

const viewScope = (scope: GuideScope, titles: Titles): ShownScope =>
  scope.kind === "company"
    ? scope
    : { ...scope, postingTitle: titles.get(scope.postingId) ?? null };

const viewItem = (head: GuideHead, titles: Titles): GuideItem => ({
  id: head.guideId,
  scope: viewScope(head.scope, titles),
  title: head.title,
  state: head.state,
  version: head.version,
  savedBy: head.savedBy,
  savedAt: head.savedAt.toString(),
});

const viewDetail = async (id: string, deps: GuideRouteDeps): Promise<GuideDetail> => {
  const versions = await listGuideVersions(deps.database, { guideId: id, limit: VERSIONS });
  const [present] = versions;
  if (!present) throw notThere("guide");
  const titles = await titlesOf([present], deps);
  return { ...viewItem(present, titles), text: present.text, versions: versions.map(viewVersion) };
};

const viewVersion = ({ version, state, title, text, restoredFrom, ...saved }: GuideVersion) => ({
  version,
  state,
  title,
  text,
  restoredFrom,
  savedBy: saved.savedBy,
  savedAt: saved.savedAt.toString(),
});

/** The passages as they would be. A draft with faults has none. */
const withDraft = (
  saved: readonly Passage[],
  draft: NonNullable<z.infer<typeof TryGuide>["draft"]>,
  postingId: string | null,
): Passage[] => {
  const others = saved.filter((passage) => passage.guideId !== draft.guideId);
  const scope: GuideScope =
    draft.scope === "posting" && postingId !== null
      ? { kind: "posting", postingId }
      : { kind: "company" };
  const { guideId: id, title, text } = draft;
  return [...cutPassages({ guideId: id ?? "draft", version: 0, scope, title, text }), ...others];
};

const viewFound = (found: readonly Found[]): FoundPassages => ({
  items: found.map(({ scope, ...passage }) => ({ ...passage, scope: scope.kind })),
});
