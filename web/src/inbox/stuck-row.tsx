import { Link } from "wouter";
import type { CaseItem } from "../../../src/http/api/schemas.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Initials } from "../parts/initials.tsx";
import { When } from "../parts/when.tsx";

/** A case that cannot go on by itself: who, why, since when. */
export const StuckRow = ({ case_, isSelected }: { case_: CaseItem; isSelected: boolean }) => (
  <li className="row" data-selected={isSelected}>
    <Initials name={case_.candidateName} />
    <div className="row-what">
      <Link
        href={`/cases/${case_.id}`}
        className="row-link"
        data-row={case_.id}
        aria-current={isSelected ? "true" : undefined}
      >
        {case_.candidateName}
      </Link>
      <span className="quiet row-context">
        {case_.postingTitle} · {case_.stageName}
      </span>
      <p className="row-summary">{case_.problem?.message ?? case_.nextStep}</p>
    </div>
    <div className="row-side">
      <div className="row-marks">
        <StatusBadge status={case_.status} />
      </div>
      <div className="row-times quiet small">
        <When iso={case_.updatedAt} isRelative />
      </div>
    </div>
  </li>
);
