/** Documents that an assistant can open: made from the same readers as the tools, with the same kept back. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  ErrorCode,
  ListResourceTemplatesRequestSchema,
  ListResourcesRequestSchema,
  McpError,
  type ReadResourceResult,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Need, Thing } from "../src/domain/access.ts";
import { AppError } from "../src/domain/errors.ts";
import { cleanLine } from "../src/domain/quoted.ts";
import { type Caller, askerOf, scopeOfCaller } from "../tools/context.ts";
import { callTool, refuseByRule } from "../tools/define-tool.ts";
import { getBrief } from "../tools/get_brief.ts";
import { getCase } from "../tools/get_case.ts";
import { type CallContext, isFor } from "./context.ts";
import { visible } from "./visible.ts";

interface Kind {
  /** Of the one variable of its template. */
  variable: "caseId" | "proposalId" | "opportunityId" | "planId" | "guideId";
  /** Before and after the variable. */
  around: [before: string, after: string];
  title: string;
  description: string;
  mimeType: "application/json" | "text/markdown";
  access: Need;
  /** The thing that the variable names. Null: nobody is in it. */
  thing: Thing | null;
  /** Shape: null when there is none. */
  read(id: string, context: CallContext): Promise<unknown>;
}

const KINDS: Record<string, Kind> = {
  case: {
    variable: "caseId",
    around: ["convene://cases/", ""],
    title: "Case",
    description: "Where a case stands, what is wrong, what is next, and its proposals",
    mimeType: "application/json",
    access: "read",
    thing: "case",
    read: async (caseId, context) => await callTool(getCase, { caseId }, context),
  },
  proposal: {
    variable: "proposalId",
    around: ["convene://proposals/", ""],
    title: "Proposal",
    description: "What is proposed, how it stands and until when it waits",
    mimeType: "application/json",
    access: "read",
    thing: "proposal",
    read: async (id, { books, caller }) => await books.proposal(id, askerOf(caller)),
  },
  brief: {
    variable: "opportunityId",
    around: ["convene://opportunities/", "/briefs"],
    title: "Briefs",
    description: "The brief of each booked interview of an opportunity, as it was sent last",
    mimeType: "application/json",
    access: "read",
    thing: "opportunity",
    read: async (opportunityId, context) => await callTool(getBrief, { opportunityId }, context),
  },
  synthesis: {
    variable: "caseId",
    around: ["convene://cases/", "/synthesis"],
    title: "Synthesis",
    description: "What the feedback forms of a case's round say, beside each other",
    mimeType: "application/json",
    access: "read",
    thing: "case",
    read: async (caseId, { books, caller }) => {
      const found = await books.synthesis(caseId, askerOf(caller));
      return found && { status: found.status, ...OUTSIDE, quoted: found.text };
    },
  },
  plan: {
    variable: "planId",
    around: ["convene://plans/", ""],
    title: "Interview plan",
    description: "Sessions of a stage, who may take each place, and rules for times",
    mimeType: "application/json",
    access: "settings",
    thing: null,
    read: async (planId, { plans }) => await plans.get(planId),
  },
  guide: {
    variable: "guideId",
    around: ["convene://guides/", ""],
    title: "Candidate guide",
    description: "What the company tells candidates about their interviews",
    mimeType: "text/markdown",
    access: "settings",
    thing: null,
    read: async (id, { books }) => (await books.guide(id))?.text ?? null,
  },
};

/** A synthesis quotes what interviewers wrote. */
const OUTSIDE = { writtenBy: "candidate_or_third_party" } as const;

const ID = /^[\w.@:-]{1,200}$/;

/** Which kind an address is of, and its id; null: of none. */
const parseUri = (uri: string): { kind: Kind; id: string } | null => {
  for (const kind of Object.values(KINDS)) {
    const [before, after] = kind.around;
    const id = uri.slice(before.length, uri.length - after.length);
    if (uri.startsWith(before) && uri.endsWith(after) && ID.test(id)) return { kind, id };
  }
  return null;
};

/** The address of a document. */
export const uriOf = (kind: keyof typeof KINDS, id: string): string =>
  (KINDS[kind]?.around ?? []).join(id);

/** MCP's own code for a resource that is not there. */
const NOT_THERE = -32002;

const read = async (uri: string, context: CallContext): Promise<ReadResourceResult> => {
  const found = parseUri(uri);
  const value = found && (await readOrRefuse(found, context));
  if (value === null) {
    throw new McpError(
      NOT_THERE,
      "There is no such resource. resources/list and resources/templates/list say which there are.",
      { uri },
    );
  }
  const text = typeof value === "string" ? value : JSON.stringify(visible(value), null, 1);
  return {
    contents: [{ uri, mimeType: found?.kind.mimeType, text: String(visible(text)) }],
  };
};

/** A refusal is told in words; what is not there, and a bug, as it is. */
const readOrRefuse = async (
  { kind, id }: { kind: Kind; id: string },
  context: CallContext,
): Promise<unknown> => {
  const { title: name, access, thing, variable } = kind;
  const about = thing === null ? "nobody" : { thing, in: variable };
  try {
    await refuseByRule({ name, access, about }, { [variable]: id }, context);
    return await kind.read(id, context);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.fault === "bug") {
      context.log.error({ err: thrown, resource: kind.title }, "resource failed");
      throw new McpError(ErrorCode.InternalError, "Something failed on our side.");
    }
    if (thrown.code === "not_found" || thrown.code === "lever_not_found") return null;
    throw new McpError(ErrorCode.InvalidRequest, thrown.message, { code: thrown.code });
  }
};

const PAGE = 50;

/** Plans and guides first, then the cases within reach, page by page. */
const list = async (cursor: string | undefined, context: CallContext) => {
  const { caller } = context;
  const page = isFor(caller, "read")
    ? await casesFrom(cursor, context)
    : { cases: [], next: undefined };
  const plans = cursor === undefined ? await context.plans.all() : [];
  const guides = cursor === undefined ? await context.books.guides() : [];
  const resources = [
    ...plans.map(({ id, match }) => entry("plan", id, match.stages.join(", "))),
    ...guides.map(({ id, title }) => entry("guide", id, title)),
    ...page.cases.map(({ id, candidateName, stageName, postingTitle }) =>
      entry("case", id, `${candidateName}, ${stageName}, ${postingTitle}`),
    ),
  ];
  return { resources, ...(page.next !== undefined && { nextCursor: page.next }) };
};

const casesFrom = async (cursor: string | undefined, { cases, caller }: CallContext) =>
  await cases
    .listCases({
      limit: PAGE,
      ...scopeOfCaller(caller),
      ...(cursor !== undefined && { after: cursor }),
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof AppError) || thrown.code !== "input_invalid") throw thrown;
      throw new McpError(ErrorCode.InvalidParams, "The cursor is none that a page has given.");
    });

const entry = (kind: keyof typeof KINDS, id: string, title: string) => ({
  uri: uriOf(kind, id),
  name: id,
  title: cleanLine(title, 200),
  description: KINDS[kind]?.description,
  mimeType: KINDS[kind]?.mimeType,
});

const templatesFor = (caller: Caller) =>
  Object.entries(KINDS)
    .filter(([, { access }]) => isFor(caller, access))
    .map(([name, { variable, around, title, description, mimeType }]) => ({
      name,
      uriTemplate: around.join(`{${variable}}`),
      title,
      description,
      mimeType,
    }));

/** Puts the documents on a server. */
export const serveResources = (
  { server }: McpServer,
  contextOf: (signal: AbortSignal) => CallContext,
): void => {
  server.registerCapabilities({ resources: {} });
  server.setRequestHandler(
    ListResourcesRequestSchema,
    async ({ params }, { signal }) => await list(params?.cursor, contextOf(signal)),
  );
  server.setRequestHandler(ListResourceTemplatesRequestSchema, (_request, { signal }) => ({
    resourceTemplates: templatesFor(contextOf(signal).caller),
  }));
  server.setRequestHandler(
    ReadResourceRequestSchema,
    async ({ params }, { signal }) => await read(params.uri, contextOf(signal)),
  );
};
