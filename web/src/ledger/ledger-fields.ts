/** What an entry of the ledger holds, field by field, in words where we know them. */
import { CHANNEL_OF_DECISION } from "../../../src/domain/decision-channel.ts";
import { basisInWords, PolicyBasis } from "../../../src/domain/policy-basis.ts";
import { kindInWords } from "../../../src/domain/policy-words.ts";
import type { LedgerItem } from "../../../src/http/api/schemas.ts";
import { eventInWords, sentence, spell } from "../parts/words.ts";

/** One field, as it is shown. */
export interface ShownField {
  name: string;
  label: string;
  value: string;
  /** How: words, an id or digest to copy, or a moment. */
  as: "words" | "id" | "time";
  /** Where more of it is read; null: nowhere, or by those alone who may read cases. */
  href: string | null;
}

/** What somebody may open. */
interface Reader {
  mayRead: boolean;
}

const LABELS: Record<string, string> = {
  askedBy: "Asked by",
  via: "By which way",
  onBehalfOf: "In the place of",
  because: "Because",
  policyVersion: "Version of the policy",
  version: "Version",
  defaultMode: "Mode",
  digest: "Content (SHA-256)",
  promptDigest: "Prompt and schema (SHA-256)",
  proposalId: "Proposal",
  runId: "Run",
  eventId: "Event",
  eventKind: "What came in",
  opportunityId: "Candidacy in Lever",
  candidate: "Candidate, by id",
  caseId: "Case",
  effectId: "Step",
  tokenId: "Token or session",
  accountId: "Account",
  userId: "Lever user",
  person: "Person",
  name: "Acts as",
  role: "Role",
  teams: "Teams",
  requisitions: "Requisitions",
  scopes: "Good for",
  isDegraded: "The draft stood in the place of its answer",
  reasonTextId: "Reason, sealed",
  performsAt: "Done by itself",
  undone: "All of it taken back",
  host: "Server",
  source: "Came from",
};

const SOURCES: Record<string, string> = {
  lever: "Lever",
  automation: "an automation",
  calendar: "a calendar",
  clock: "the clock",
  person: "a person",
  candidate: "the candidate",
};

const DECISIONS: Record<string, string> = {
  approve: "approved",
  edit: "edited",
  reject: "rejected",
  expire: "expired",
  perform: "done without asking",
  observe: "recorded only",
  supersede: "replaced",
};

/** Values of a closed set, by the field that holds them. */
const VALUES: Record<string, (value: string) => string> = {
  via: (value) => new Map<string, string>(Object.entries(CHANNEL_OF_DECISION)).get(value) ?? value,
  source: (value) => SOURCES[value] ?? value,
  decision: (value) => DECISIONS[value] ?? value,
  eventKind: eventInWords,
  role: spell,
};

const IDS = /(?:Id|[dD]igest)$|^candidate$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const hrefOf = (name: string, value: string, { mayRead }: Reader): string | null => {
  const id = encodeURIComponent(value);
  if (name === "policyVersion") return `/settings?policy=${id}`;
  if (!mayRead) return null;
  if (name === "proposalId") return `/proposals/${id}`;
  if (name === "runId") return `/runs/${id}`;
  return name === "caseId" ? `/cases/${id}` : null;
};

/** The fields of an entry: words before ids and digests. What policy rests on is one line; what is empty is left out. */
export const fieldsOf = ({ type, data }: LedgerItem, reader: Reader): ShownField[] => {
  const basis = PolicyBasis.safeParse(data).data;
  const taken = new Set(basis ? ["policyVersion", "rule", "mode", "overruledBy"] : []);
  const shown = Object.entries(data)
    .filter(([name, value]) => !taken.has(name) && value !== null)
    .map(([name, value]) => fieldOf(name, value, { type, reader }));
  const isId = ({ as }: ShownField): boolean => as === "id";
  return [
    ...shown.filter((field) => !isId(field)),
    ...(basis ? [fieldOfBasis(basis, reader)] : []),
    ...shown.filter(isId),
  ];
};

const fieldOfBasis = (basis: PolicyBasis, reader: Reader): ShownField => ({
  name: "policyVersion",
  label: "By",
  value: basisInWords(basis),
  as: "words",
  href: hrefOf("policyVersion", String(basis.policyVersion), reader),
});

const fieldOf = (
  name: string,
  value: unknown,
  { type, reader }: { type: string; reader: Reader },
): ShownField => {
  const text = textOf(value);
  const isMoment = typeof value === "string" && MOMENT.test(value);
  const version = type === "policy.changed" && name === "version" ? "policyVersion" : name;
  return {
    name,
    label: LABELS[name] ?? sentence(spell(name)),
    value: wordsOf(name, text, type),
    as: isMoment ? "time" : IDS.test(name) && typeof value === "string" ? "id" : "words",
    href: hrefOf(version, text, reader),
  };
};

const wordsOf = (name: string, text: string, type: string): string => {
  if (name === "kind") return type.startsWith("proposal.") ? kindInWords(text) : spell(text);
  return VALUES[name]?.(text) ?? text;
};

const textOf = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) {
    return value.length === 0 ? "none" : value.map(textOf).join(", ");
  }
  return JSON.stringify(value);
};
