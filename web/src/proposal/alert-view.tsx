import type { AlertDetail } from "../../../src/http/api/aside-schemas.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { StepList } from "./step-list.tsx";

const WHERE: Record<AlertDetail["payload"]["channel"], string> = {
  slack: "in Slack",
  teams: "in Teams",
  mail: "by mail",
};

/** A word to the recruiter that nothing fits: the very text, and how far it is. */
export const AlertView = ({ proposal }: { proposal: AlertDetail }) => {
  useTitle(`${proposal.candidateName}, ${proposal.stageName}`);
  const { payload, rendered } = proposal;
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`word to the recruiter for ${proposal.postingTitle}`}
        approval={`Tell ${payload.to.name}`}
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <section className="panel alert-text" aria-labelledby="alert-text">
            <h2 id="alert-text">
              To {payload.to.name}, {WHERE[payload.channel]}
            </h2>
            <p className="strong">{rendered.title}</p>
            {rendered.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <ul>
              {rendered.links.map(({ label }) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
            <p className="quiet small">{proposal.reason} Its links only open the case.</p>
          </section>
          <StepList proposal={proposal} />
        </div>
      </div>
    </div>
  );
};
