/** All plans that people wrote, where each stands and which applies: what the dashboard lists. */
import type { Database } from "../db/port.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { FilePlan, PlanFiles } from "./files.ts";
import { parsePlan } from "./parse.ts";
import { type SavedState, type SavedVersion, listVersions, readHeads } from "./saved.ts";

/** One id with what the dashboard and the files have of it. */
export interface CatalogPlan {
  id: string;
  origin: "dashboard" | "file";
  state: SavedState;
  /** Null when this release cannot read what was saved. */
  plan: InterviewPlan | null;
  /** What counts, as YAML. */
  source: string;
  /** The file that has a plan of this id; null: none. */
  file: string | null;
  fileSource: string | null;
  /** The dashboard's last version; 0: it has none. */
  version: number;
  savedBy: string | null;
  savedAt: Temporal.Instant | null;
}

export interface CatalogDeps {
  database: Database;
  planFiles: PlanFiles;
}

/** Every plan. Shape: in the order in which they are asked: the dashboard's by id, the files', and last what was removed. */
export const listCatalog = async (deps: CatalogDeps): Promise<CatalogPlan[]> => {
  const heads = await readHeads(deps.database);
  const ofDashboard = await Promise.all(
    heads.map(async ({ planId }) => await findCatalogPlan(planId, deps)),
  );
  const known = new Set(heads.map(({ planId }) => planId));
  const alone = deps.planFiles
    .all()
    .filter(({ plan }) => !known.has(plan.id))
    .map(fromFile);
  const all = [...ofDashboard.filter((plan) => plan !== null), ...alone];
  return all.toSorted((one, two) => rank(one) - rank(two));
};

const rank = ({ state, origin }: CatalogPlan): number => {
  if (state === "removed") return 2;
  return origin === "dashboard" ? 0 : 1;
};

/** One plan; null when neither the dashboard nor a file ever had it. */
export const findCatalogPlan = async (
  id: string,
  { database, planFiles }: CatalogDeps,
): Promise<CatalogPlan | null> => {
  const file = planFiles.all().find(({ plan }) => plan.id === id);
  const [head] = await listVersions(database, { planId: id, limit: 1 });
  if (!head) return file ? fromFile(file) : null;
  const isFiles = head.state === "removed" && file !== undefined;
  return isFiles ? { ...fromFile(file), ...versionOf(head) } : fromDashboard(head, file);
};

const versionOf = ({ version, savedBy, savedAt }: SavedVersion) => ({ version, savedBy, savedAt });

const fromFile = ({ plan, file, text }: FilePlan): CatalogPlan => ({
  id: plan.id,
  origin: "file",
  state: "on",
  plan,
  source: text,
  file,
  fileSource: text,
  version: 0,
  savedBy: null,
  savedAt: null,
});

const fromDashboard = (head: SavedVersion, file: FilePlan | undefined): CatalogPlan => ({
  id: head.planId,
  origin: "dashboard",
  state: head.state,
  plan: parsePlan(head.source).plan,
  source: head.source,
  file: file?.file ?? null,
  fileSource: file?.text ?? null,
  ...versionOf(head),
});
