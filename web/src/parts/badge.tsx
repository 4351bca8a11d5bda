import { IconAlertTriangle, IconCheck, IconClock, IconEye, IconMinus, IconUser } from "@tabler/icons-react";
import type { ReactNode } from "react";

type Tone = "waiting" | "done" | "failed" | "candidate" | "neutral";

const ICONS = {
  waiting: IconClock,
  done: IconCheck,
  failed: IconAlertTriangle,
  candidate: IconUser,
  neutral: IconMinus,
};

const TONES: Record<string, Tone> = {
  waiting: "waiting",
  open: "waiting",
  running: "waiting",
  performing: "waiting",
  planned: "waiting",
  sending: "waiting",
  unknown: "waiting",
  approved: "waiting",
  done: "done",
  booked: "done",
  handled: "done",
  ok: "done",
  failed: "failed",
  blocked: "failed",
  parked: "failed",
  error: "failed",
};

const WORDS: Record<string, string> = {
  performing: "being done",
  parked: "needs a person",
  unknown: "being looked up",
  blocked: "needs a person",
};

/** A state, by shape and word as well as by colour. */
export const StatusBadge = ({ status }: { status: string }) => (
  <Badge tone={TONES[status] ?? "neutral"}>{WORDS[status] ?? status}</Badge>
);

/** A short label with its shape. */
export const Badge = ({ tone, children }: { tone: Tone; children: ReactNode }) => {
  const Icon = ICONS[tone];
  return (
    <span className="badge" data-tone={tone}>
      <Icon size={12} aria-hidden />
      {children}
    </span>
  );
};

/** Who will see it. */
export const AudienceBadge = ({ audience }: { audience: "internal" | "candidate" }) =>
  audience === "candidate" ? (
    <Badge tone="candidate">candidate sees it</Badge>
  ) : (
    <span className="badge">
      <IconEye size={12} aria-hidden />
      internal
    </span>
  );
