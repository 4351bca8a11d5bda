import { Fragment } from "react";
import type { BriefDetail } from "../../../src/http/api/aside-schemas.ts";
import { isolated } from "../parts/isolated.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { Letter, MadeFrom, Said } from "./aside-parts.tsx";
import { StepList } from "./step-list.tsx";

const WHERE: Record<string, string> = { slack: "in Slack", mail: "by mail" };

/** A brief to be sent: the very text of each reader, what was left out, and how far it is. */
export const BriefView = ({ proposal }: { proposal: BriefDetail }) => {
  useTitle(`Brief: ${proposal.candidateName}, ${proposal.payload.session.name}`);
  const { payload, rendered } = proposal;
  const people = payload.readers.length;
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`brief of ${payload.session.name} for ${proposal.postingTitle}`}
        approval={people === 1 ? "Send the brief" : `Send to ${people} people`}
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <Said tone="waiting" id="left-out" title="Left out" all={payload.brief.leftOut} />
          <StepList proposal={proposal} />
          <MadeFrom evidence={proposal.evidence}>
            <p className="quiet small">{proposal.reason}</p>
          </MadeFrom>
        </div>
        <div className="proposal-column">
          {rendered.readers.map((reader, index) => (
            <Fragment key={reader.email}>
              <Letter
                title={`To ${isolated(reader.name)}, ${WHERE[reader.channel] ?? "by mail"}`}
                text={reader.text}
                isOpen={index === 0}
              />
              {reader.page !== null && (
                <Letter
                  title={`The page that it opens for ${isolated(reader.name)}`}
                  text={reader.page}
                  isOpen={index === 0}
                />
              )}
            </Fragment>
          ))}
          {rendered.note !== null && <Letter title="Note in Lever" text={rendered.note} />}
        </div>
      </div>
    </div>
  );
};
