import "../styles/lists.css";
import "../styles/plans.css";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconPlus, IconWand } from "@tabler/icons-react";
import { Link } from "wouter";
import type { PlanItem, PlanList } from "../../../src/http/api/plan-schemas.ts";
import { usePlans } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { PlanBadge } from "./plan-badge.tsx";

/** Which interviews a stage needs, and who takes them. */
export const PlansPage = () => {
  const query = usePlans();
  const mayChange = useMayDecide();
  return (
    <Page
      title="Plans"
      lead="Which interviews a stage needs, who takes them and when they may be. The most specific plan that matches a candidate counts."
      aside={
        mayChange && (
          <Button
            component={Link}
            href="/new-plan"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            New plan
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(list) => (
          <>
            {list.faults.length > 0 && <FileFaults faults={list.faults} />}
            {list.items.length === 0 ? (
              <div className="panel">
                <Empty title="No plan yet">
                  <p>A plan says for a stage in Lever which interviews to book and with whom.</p>
                </Empty>
              </div>
            ) : (
              <ul className="list panel" aria-label="Plans">
                {list.items.map((plan) => (
                  <PlanRow key={plan.id} plan={plan} />
                ))}
              </ul>
            )}
            <Inferring isOn={list.inferring} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const FileFaults = ({ faults }: { faults: PlanList["faults"] }) => (
  <div className="note" data-tone="failed" role="alert">
    <IconAlertTriangle size={18} aria-hidden />
    <div>
      <strong>The plan files have faults</strong>
      <p>What they said before stays in force until these are mended.</p>
      <ul>
        {faults.map(({ file, line, message }) => (
          <li key={`${file}:${line}:${message}`}>
            {file}, line {line}: {message}
          </li>
        ))}
      </ul>
    </div>
  </div>
);

/** `Phone Screen · Platform`: what a plan is for. */
const scopeOf = ({ match }: PlanItem): string => {
  if (!match) return "Cannot be read by this release: open it, and save it anew.";
  const parts = [match.stages, match.postings, match.teams].flatMap((names) =>
    names === undefined ? [] : [names.join(", ")],
  );
  return parts.join(" · ");
};

const PlanRow = ({ plan }: { plan: PlanItem }) => (
  <li className="list-row plan-row" data-state={plan.state}>
    <div className="list-what">
      <Link href={`/plans/${plan.id}`} className="list-link">
        {plan.id}
      </Link>
      <span className={plan.match ? "quiet" : "list-problem"}>{scopeOf(plan)}</span>
    </div>
    <ul className="plan-sessions" aria-label="Interviews">
      {plan.sessions.map(({ name, durationMinutes }, index) => (
        <li key={index}>
          {name} <span className="quiet num">{durationMinutes} min</span>
        </li>
      ))}
    </ul>
    <PlanBadge plan={plan} />
    <span className="quiet small plan-saved">
      {plan.origin === "dashboard" && plan.savedAt !== null ? (
        <>
          {plan.savedBy}, <When iso={plan.savedAt} isRelative />
        </>
      ) : (
        plan.file
      )}
    </span>
  </li>
);

const Inferring = ({ isOn }: { isOn: boolean }) => (
  <p className="quiet small plan-inferring">
    <IconWand size={15} aria-hidden />{" "}
    {isOn
      ? "Where no plan matches, a stage’s name may tell the kind of interview (“Technical panel”, “Onsite”). Such a proposal says so, and always waits for a person."
      : "Where no plan matches, nothing is proposed."}
  </p>
);
