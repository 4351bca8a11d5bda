import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconEye,
  IconLoader2,
  IconUserShare,
  IconX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";

/** What a colour means here. */
export type Tone = "waiting" | "active" | "done" | "failed" | "candidate" | "neutral";

const ICONS = {
  waiting: IconClock,
  active: IconLoader2,
  done: IconCheck,
  failed: IconAlertTriangle,
  candidate: IconUserShare,
  neutral: IconCircleDashed,
};

interface StatusLook {
  tone: Tone;
  words: string;
}

const LOOKS: Record<string, StatusLook> = {
  waiting: { tone: "waiting", words: "Needs a decision" },
  open: { tone: "neutral", words: "Open" },
  running: { tone: "active", words: "Running" },
  approved: { tone: "active", words: "Approved" },
  performing: { tone: "active", words: "Being done" },
  planned: { tone: "neutral", words: "Not yet" },
  sending: { tone: "active", words: "Being done" },
  unknown: { tone: "waiting", words: "Being looked up" },
  done: { tone: "done", words: "Done" },
  booked: { tone: "done", words: "Booked" },
  handled: { tone: "done", words: "Handled" },
  ok: { tone: "done", words: "Done" },
  failed: { tone: "failed", words: "Failed" },
  error: { tone: "failed", words: "Failed" },
  owed: { tone: "waiting", words: "Owed" },
  overdue: { tone: "failed", words: "Overdue" },
  handed_in: { tone: "done", words: "Handed in" },
  excused: { tone: "neutral", words: "Not waited for" },
  not_sent: { tone: "neutral", words: "Not sent" },
  blocked: { tone: "failed", words: "Needs a person" },
  parked: { tone: "failed", words: "Needs a person" },
  rejected: { tone: "neutral", words: "Rejected" },
  expired: { tone: "neutral", words: "Expired" },
  superseded: { tone: "neutral", words: "Replaced" },
  observed: { tone: "neutral", words: "Observed only" },
  closed: { tone: "neutral", words: "Closed" },
  ignored: { tone: "neutral", words: "Ignored" },
  skipped: { tone: "neutral", words: "Not begun" },
  undone: { tone: "neutral", words: "Taken back" },
  interrupted: { tone: "waiting", words: "Paused here" },
};

/** How a state looks and reads. */
export const lookOf = (status: string): StatusLook =>
  LOOKS[status] ?? { tone: "neutral", words: status.replaceAll("_", " ") };

interface BadgeProps {
  tone: Tone;
  children: ReactNode;
  title?: string;
}

/** A short label: a shape, a word and a colour. */
export const Badge = ({ tone, children, title }: BadgeProps) => {
  const Icon = ICONS[tone];
  return (
    <span className="badge" data-tone={tone} title={title}>
      <Icon size={13} stroke={2} aria-hidden />
      {children}
    </span>
  );
};

/** A state, with words of the place where it stands when the usual ones do not fit. */
export const StatusBadge = ({ status, words }: { status: string; words?: string | undefined }) => {
  const look = lookOf(status);
  return <Badge tone={look.tone}>{words ?? look.words}</Badge>;
};

/** How a proposal stands: what is done with, and came to nobody, is not called done. */
export const statusOf = ({
  status,
  notSent,
}: {
  status: string;
  notSent: ProposalItem["notSent"];
}): string => {
  if (notSent === null) return status;
  return notSent.isUnknown ? "parked" : "not_sent";
};

/** Who will see it. */
export const AudienceBadge = ({ audience }: { audience: "internal" | "candidate" }) =>
  audience === "candidate" ? (
    <Badge tone="candidate">Candidate sees it</Badge>
  ) : (
    <span className="badge" data-tone="neutral">
      <IconEye size={13} aria-hidden />
      Internal
    </span>
  );

const RISKS = { low: 1, medium: 2, high: 3 };

/** How much a mistake would cost: one to three bars and a word. */
export const RiskMark = ({ risk }: { risk: "low" | "medium" | "high" }) => (
  <span className="risk" data-risk={risk}>
    <svg width="13" height="12" viewBox="0 0 13 12" aria-hidden>
      {[1, 2, 3].map((level) => (
        <rect
          key={level}
          x={(level - 1) * 5}
          y={12 - level * 4}
          width="3"
          height={level * 4}
          rx="1"
          opacity={level <= RISKS[risk] ? 1 : 0.25}
        />
      ))}
    </svg>
    {risk} risk
  </span>
);

/** A tick, a cross or a ring beside a line: the state of one step of a list. */
export const StepMark = ({ status }: { status: string }) => {
  const { tone, words } = lookOf(status);
  const Icon = status === "failed" ? IconX : ICONS[tone];
  return (
    <span className="step-mark" data-tone={tone} title={words}>
      <Icon size={14} stroke={2.2} aria-hidden className={tone === "active" ? "turning" : ""} />
      <span className="sr-only">{words}:</span>
    </span>
  );
};
