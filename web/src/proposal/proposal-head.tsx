import { Button, Kbd } from "@mantine/core";
import { IconArrowLeft, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { useKeysSetting } from "../parts/keys.ts";
import { ProposalMarks } from "./proposal-marks.tsx";

interface ProposalHeadProps {
  proposal: ProposalDetail;
  neighbours: { place: string; next?: string; previous?: string };
  /** Whether this person can decide on it: at least reject it. */
  isOpen: boolean;
  isBusy: boolean;
  /** Another of the offered times is being looked at. */
  isOther: boolean;
  approve(): void;
  useTime(): void;
  edit(): void;
  reject(): void;
  back(): void;
}

/** Who it is about, how it stands, and the decision. */
export const ProposalHead = (props: ProposalHeadProps) => {
  const { proposal, neighbours } = props;
  return (
    <header className="proposal-head">
      <div className="proposal-who">
        <div className="proposal-trail small">
          <Link href="/" className="trail-link">
            <IconArrowLeft size={14} aria-hidden /> Inbox
          </Link>
          {neighbours.place !== "" && <span className="quiet num">{neighbours.place}</span>}
          {neighbours.previous !== undefined && (
            <Link
              href={`/proposals/${neighbours.previous}`}
              className="trail-arrow"
              aria-label="Previous one that waits"
            >
              <IconChevronUp size={15} aria-hidden />
            </Link>
          )}
          {neighbours.next !== undefined && (
            <Link
              href={`/proposals/${neighbours.next}`}
              className="trail-arrow"
              aria-label="Next one that waits"
            >
              <IconChevronDown size={15} aria-hidden />
            </Link>
          )}
        </div>
        <h1>
          {proposal.candidateName}
          <span className="proposal-role">
            {whatOf(proposal)} for {proposal.postingTitle}
          </span>
        </h1>
        <ProposalMarks proposal={proposal}>
          <span className="small quiet">{WORDED_BY[proposal.refined]}</span>
          <Link href={`/cases/${proposal.caseId}`} className="small">
            Case
          </Link>
        </ProposalMarks>
      </div>
      {props.isOpen && <Decision {...props} />}
    </header>
  );
};

const whatOf = ({ payload: { title, sessions } }: ProposalDetail): string =>
  sessions.length === 1 ? title : `${title} (${sessions.length} interviews)`;

const WORDED_BY: Record<ProposalDetail["refined"], string> = {
  draft: "standard wording",
  model: "worded by the assistant",
  fallback: "standard wording, since the assistant’s could not be used",
};

const Decision = (props: ProposalHeadProps) => {
  const { proposal, isBusy, isOther } = props;
  const isOne = proposal.payload.sessions.length === 1;
  const [hasKeys] = useKeysSetting();
  const key = (name: string) =>
    hasKeys
      ? {
          rightSection: (
            <Kbd className="key-hint" aria-hidden>
              {name}
            </Kbd>
          ),
        }
      : {};
  return (
    <div className="decision" role="group" aria-label="Decision">
      {isOther ? (
        <>
          <Button variant="default" onClick={props.back}>
            {isOne ? "Back to the proposed time" : "Back to the proposed times"}
          </Button>
          <Button loading={isBusy} onClick={props.useTime} {...key("A")}>
            {isOne ? "Use this time" : "Use these times"}
          </Button>
        </>
      ) : (
        <>
          <Button variant="default" onClick={props.reject} disabled={isBusy} {...key("R")}>
            {proposal.performsAt === null ? "Reject" : "Stop"}
          </Button>
          {proposal.notYours === null && (
            <>
              <Button variant="default" onClick={props.edit} disabled={isBusy} {...key("E")}>
                Edit
              </Button>
              <Button loading={isBusy} onClick={props.approve} {...key("A")}>
                {approvalInWords(proposal)}
              </Button>
            </>
          )}
        </>
      )}
    </div>
  );
};

const approvalInWords = ({ payload, steps }: ProposalDetail): string => {
  if (payload.offer) return `Offer ${payload.offer.times.length} times`;
  if (payload.kind === "cancel_booking") return "Cancel the interview";
  return payload.change ? "Change what is booked" : `Book and send ${steps.length}`;
};
