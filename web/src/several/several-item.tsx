import { Link } from "wouter";
import type { ProposalContent } from "../../../src/http/api/several-routes.ts";
import { AudienceBadge, Badge, RiskMark } from "../parts/badge.tsx";
import { ApprovedBy } from "../parts/approved-by.tsx";
import { When } from "../parts/when.tsx";
import { type Seen, useMark, versionOf } from "./use-seen.ts";

interface SeveralItemProps {
  shown: ProposalContent & { content: NonNullable<ProposalContent["content"]> };
  seen: Seen;
}

/** One of several, whole: what would happen, its warnings, and the very texts. */
export const SeveralItem = ({ shown: { proposal, warnings, content }, seen }: SeveralItemProps) => {
  const version = versionOf(proposal.id, proposal.digest);
  const start = useMark({ version, edge: "start" }, seen.note);
  const end = useMark({ version, edge: "end" }, seen.note);
  const isSeen = seen.has(proposal.id, proposal.digest);
  const title = `of ${proposal.id}`;
  return (
    <article
      className="panel several-item"
      aria-labelledby={title}
      data-several={proposal.id}
      tabIndex={-1}
    >
      <div ref={start} />
      <div className="several-head">
        <h2 id={title}>
          <Link href={`/proposals/${proposal.id}`}>{proposal.candidateName}</Link>
        </h2>
        <Badge tone={isSeen ? "done" : "waiting"}>{isSeen ? "Seen" : "Not seen yet"}</Badge>
      </div>
      <p className="quiet small">
        {proposal.postingTitle} · {proposal.stageName} · ends{" "}
        <When iso={proposal.expiresAt} isRelative />
      </p>
      <p>{proposal.summary}</p>
      <div className="several-marks">
        <AudienceBadge audience={proposal.audience} />
        <RiskMark risk={proposal.risk} />
        {proposal.approvedBy.length > 0 && <ApprovedBy by={proposal.approvedBy} />}
      </div>
      {warnings.length > 0 && (
        <ul className="several-warnings" aria-label="Warnings">
          {warnings.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {content.facts.length > 0 && (
        <dl className="several-facts">
          {content.facts.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {content.texts.map(({ label, text }, index) => (
        // Two readers may be told the same.
        <section key={`${index} ${label}`} className="several-text">
          <h3 className="small quiet">{label}</h3>
          <p>{text}</p>
        </section>
      ))}
      <div ref={end} />
    </article>
  );
};
