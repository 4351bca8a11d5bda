import type { MessageDetail } from "../../../src/http/api/aside-schemas.ts";
import { isolated } from "../parts/isolated.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { Letter, MadeFrom, Said } from "./aside-parts.tsx";
import { StepList } from "./step-list.tsx";

const WHAT: Record<MessageDetail["kind"], string> = {
  remind_candidate: "reminder of",
  remind_interviewers: "reminder to the panel of",
  warn_recruiter: "word to the recruiter about",
  ask_arrival: "question whether they have arrived for",
  invite_again: "another time for",
};

const WHERE: Record<string, string> = { slack: "in Slack", mail: "by mail" };

/** A message about an interview: the very text of each reader, why, and how far it is. */
export const MessageView = ({ proposal }: { proposal: MessageDetail }) => {
  const { payload, rendered } = proposal;
  const names = payload.sessions.map(({ name }) => name).join(", ");
  useTitle(`${WHAT[proposal.kind]} ${names}: ${proposal.candidateName}`);
  const warned = proposal.evidence.flatMap(({ kind, what }) => (kind === "warning" ? [what] : []));
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`${WHAT[proposal.kind]} ${names} for ${proposal.postingTitle}`}
        approval={
          payload.readers.length === 1 ? "Send it" : `Send to ${payload.readers.length} people`
        }
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <Said tone="failed" id="warned" title="Before it is sent" all={warned} />
          <StepList proposal={proposal} />
          <MadeFrom evidence={proposal.evidence}>
            <p className="quiet small">{proposal.reason}</p>
          </MadeFrom>
        </div>
        <div className="proposal-column">
          {rendered.readers.map((reader, index) => (
            <Letter
              key={reader.email}
              title={`To ${isolated(reader.name)}, ${WHERE[reader.channel] ?? "by mail"}`}
              text={reader.text}
              isOpen={index === 0}
            />
          ))}
        </div>
      </div>
    </div>
  );
};
