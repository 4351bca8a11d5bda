import "../styles/plans.css";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { PlanDetail } from "../../../src/http/api/plan-schemas.ts";
import { usePlan } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Loaded, Loading } from "../parts/states.tsx";
import { PlanBadge } from "./plan-badge.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { FIRST_TEXT } from "./plan-text.ts";
import { Versions } from "./versions.tsx";

/** One plan: what it says, what it would give, what it was before. `id` null: a new one. */
export const PlanPage = ({ id }: { id: string | null }) =>
  id === null ? <NewPlan /> : <SavedPlan id={id} />;

const NewPlan = () => (
  <Page
    title="New plan"
    lead="Fill in the form or write the text: they are one and the same. Try it before you save it."
  >
    <PlanEditor plan={null} start={FIRST_TEXT} />
  </Page>
);

const SavedPlan = ({ id }: { id: string }) => (
  <Loaded query={usePlan(id)} loading={<Loading rows={6} />} page="Plan">
    {(plan) => (
      <Page title={plan.id} lead={<Lead plan={plan} />} aside={<Aside plan={plan} />}>
        <PlanEditor plan={plan} start={plan.source} />
        <Versions plan={plan} />
      </Page>
    )}
  </Loaded>
);

/** Questions are of a plan in force alone. */
const Aside = ({ plan }: { plan: PlanDetail }) => (
  <div className="buttons">
    {plan.state === "on" && (
      <Button component={Link} href={`/plans/${plan.id}/questions`} size="xs" variant="default">
        Questions
      </Button>
    )}
    <PlanBadge plan={plan} />
  </div>
);

const Lead = ({ plan }: { plan: PlanDetail }) => {
  if (plan.state === "removed") return "Removed: it applies to nobody. Save it to have it back.";
  if (plan.state === "off") return "Turned off: it applies to nobody until it is turned on.";
  if (plan.origin === "file") {
    return `From the file ${plan.file ?? ""}. What you save here takes its place; the file stays as it is.`;
  }
  if (plan.file === null) return "Written in the dashboard.";
  return `Written in the dashboard. Takes the place of the plan of this id in the file ${plan.file}.`;
};
