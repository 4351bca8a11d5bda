import "../styles/lists.css";
import { Link } from "wouter";
import type { CaseItem, CaseStatus } from "../../../src/http/api/schemas.ts";
import { useCases, useStatus } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { FilterChips } from "../parts/filter-chips.tsx";
import { Initials } from "../parts/initials.tsx";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, ShowMore } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

const STATUSES: { value: CaseStatus; label: string }[] = [
  { value: "waiting", label: "Needs a decision" },
  { value: "blocked", label: "Needs a person" },
  { value: "booked", label: "Booked" },
  { value: "open", label: "Open" },
  { value: "observed", label: "Observed only" },
  { value: "closed", label: "Closed" },
];

const statusOf = (value: string | null): CaseStatus | undefined =>
  STATUSES.find((status) => status.value === value)?.value;

/** Every candidate that Convene looks after. */
export const CasesPage = () => {
  const [param] = useSearchParam("status");
  const status = statusOf(param);
  const query = useCases(status);
  const isSandbox = useStatus().data?.sandbox ?? false;
  return (
    <Page title="Cases" lead="Every candidate that Convene looks after, latest change first.">
      <FilterChips param="status" label="Status" options={STATUSES} />
      <Loaded query={query}>
        {(cases) =>
          cases.length === 0 ? (
            <div className="panel">
              <Empty title={status === undefined ? "No case yet" : "No case like this"}>
                <p>
                  A case opens when a candidate reaches a stage that has an interview plan.
                  {isSandbox && (
                    <>
                      {" "}
                      Move one from the <Link href="/">inbox</Link> to see it.
                    </>
                  )}
                </p>
              </Empty>
            </div>
          ) : (
            <>
              <ul className="list panel" aria-label="Cases">
                {cases.map((case_) => (
                  <CaseRow key={case_.id} case_={case_} />
                ))}
              </ul>
              <ShowMore query={query} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const CaseRow = ({ case_ }: { case_: CaseItem }) => (
  <li className="list-row case-row">
    <Initials name={case_.candidateName} />
    <div className="list-what">
      <Link href={`/cases/${case_.id}`} className="list-link">
        {case_.candidateName}
      </Link>
      <span className="quiet">
        {case_.postingTitle} · {case_.stageName}
      </span>
    </div>
    <p className={case_.problem ? "list-problem" : ""}>
      {case_.problem?.message ?? case_.nextStep}
    </p>
    <StatusBadge status={case_.status} />
    <span className="quiet small list-time">
      <When iso={case_.updatedAt} isRelative />
    </span>
  </li>
);
