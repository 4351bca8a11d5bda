import type { PlanItem } from "../../../src/http/api/plan-schemas.ts";
import { Badge } from "../parts/badge.tsx";

/** Where what counts of a plan was written, and whether it counts. */
export const PlanBadge = ({ plan }: { plan: PlanItem }) => {
  if (plan.state === "off") return <Badge tone="waiting">Turned off</Badge>;
  if (plan.state === "removed") return <Badge tone="neutral">Removed</Badge>;
  if (plan.origin === "file") return <Badge tone="done">In force, from a file</Badge>;
  return (
    <Badge tone="done">{plan.file === null ? "In force" : "In force, instead of the file’s"}</Badge>
  );
};
