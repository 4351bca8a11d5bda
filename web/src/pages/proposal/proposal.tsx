/** One proposal: left what will happen, with the very texts; right why, on everybody's week. */
import { Alert, Anchor, Button, Group, Modal, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconArrowLeft } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import type { ScoredSlot } from "../../../../src/domain/proposal.ts";
import type { DecisionRequest, ProposalDetail } from "../../../../src/http/api/schemas.ts";
import { ApiError } from "../../api/client.ts";
import { useDecision, usePreview, useProposal, useProposals } from "../../api/queries.ts";
import { AudienceBadge, Badge, StatusBadge } from "../../parts/badge.tsx";
import { Page } from "../../parts/page.tsx";
import { Loaded, Problem } from "../../parts/states.tsx";
import { zoneName } from "../../parts/time.ts";
import { When } from "../../parts/when.tsx";
import { EditTexts } from "./edit-texts.tsx";
import { Effects } from "./effects.tsx";
import { Score } from "./score.tsx";
import { Texts } from "./texts.tsx";
import { Week } from "./week.tsx";

/** The page of one proposal. */
export const ProposalPage = ({ id }: { id: string }) => {
  const proposal = useProposal(id);
  return <Loaded query={proposal}>{(data) => <Decide proposal={data} />}</Loaded>;
};

const DRAFTED: Record<ProposalDetail["refined"], string> = {
  draft: "Drafted by rules",
  model: "Drafted by the assistant, checked by rules",
  fallback: "Drafted by rules; the assistant's wording failed a check and was not used",
};

const Decide = ({ proposal }: { proposal: ProposalDetail }) => {
  const isWaiting = proposal.status === "waiting";
  const [chosen, choose] = useState<ScoredSlot | null>(null);
  const [isEditing, setEditing] = useState(false);
  const slot = chosen ?? proposal.slot;
  const preview = usePreview(proposal.id, chosen ? { startsAt: chosen.startsAt } : undefined);
  const rendered = chosen ? (preview.data?.rendered ?? proposal.rendered) : proposal.rendered;
  return (
    <Page
      title={`${proposal.payload.sessionName}: ${proposal.candidateName}`}
      aside={
        <Group gap="xs">
          <StatusBadge status={proposal.status} />
          <AudienceBadge audience={proposal.audience} />
        </Group>
      }
    >
      <Group gap="md">
        <Anchor component={Link} href="/" size="sm">
          <IconArrowLeft size={14} aria-hidden /> Inbox
        </Anchor>
        <Anchor component={Link} href={`/cases/${proposal.caseId}`} size="sm">
          Case
        </Anchor>
        <Anchor component={Link} href={`/runs/${proposal.runId}`} size="sm">
          How this was worked out
        </Anchor>
        <Text size="sm" className="quiet">
          {proposal.postingTitle}. {DRAFTED[proposal.refined]}. {isWaiting && <>Expires <When iso={proposal.expiresAt} isRelative />.</>}
        </Text>
      </Group>
      <Outcome proposal={proposal} />
      {proposal.evidence
        .filter((item) => item.kind === "warning" && isWaiting)
        .map((item) => (
          <Alert key={item.what} color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} py="xs">
            {item.what}
          </Alert>
        ))}
      <div className="proposal">
        <Stack gap="md">
          <WhenCard proposal={proposal} slot={slot} whenCandidate={rendered.whenCandidate} />
          <Effects proposal={proposal} />
          {isEditing ? (
            <EditTexts proposal={proposal} chosen={chosen} onClose={() => setEditing(false)} />
          ) : (
            <Texts proposal={proposal} rendered={rendered} />
          )}
        </Stack>
        <Stack gap="md">
          <WeekCard proposal={proposal} slot={slot} onChoose={isWaiting ? (next) => choose(next.startsAt === proposal.slot.startsAt ? null : next) : null} />
          <Score slot={slot} reason={chosen ? "Another of the offered times, chosen by you." : proposal.reason} />
          <Evidence proposal={proposal} />
        </Stack>
      </div>
      {isWaiting && !isEditing && (
        <DecisionBar proposal={proposal} chosen={chosen} onEdit={() => setEditing(true)} onKeep={() => choose(null)} />
      )}
    </Page>
  );
};

/** What became of it. */
const Outcome = ({ proposal }: { proposal: ProposalDetail }) => {
  const { decision, replacedBy } = proposal;
  if (!decision) return null;
  const words: Record<string, string> = {
    approve: "Approved",
    perform: "Approved by policy",
    reject: "Rejected",
    edit: "Changed",
    expire: "Expired: nobody decided in time",
    observe: "Silent mode: recorded, not done",
    supersede: "Overtaken by something newer",
  };
  return (
    <Alert role="status" variant="light" color="gray" py="xs">
      {words[decision.decision] ?? decision.decision}
      {["clock", "convene", "policy"].includes(decision.by) ? "" : ` by ${decision.by}`}, <When iso={decision.at} />.
      {decision.reason && ` Reason: ${decision.reason}`}{" "}
      {replacedBy && (
        <Anchor component={Link} href={`/proposals/${replacedBy}`}>
          See the one that took its place
        </Anchor>
      )}
    </Alert>
  );
};

const WhenCard = ({ proposal, slot, whenCandidate }: { proposal: ProposalDetail; slot: ScoredSlot; whenCandidate: string }) => {
  const { payload } = proposal;
  const names = slot.panel.map(
    ({ email }) => proposal.calendar.people.find((person) => person.email === email)?.name ?? email,
  );
  return (
    <section className="paper" aria-label="When and who">
      <Stack p="md" gap={4}>
        <Text fw={600} size="lg" className="num">
          {whenCandidate}
        </Text>
        <Text>
          With {names.join(", ")}. {payload.durationMinutes} minutes, {payload.format === "video" ? "by video" : payload.format}.
        </Text>
        <Text size="sm" className="quiet">
          {payload.candidate.zoneSource === "application"
            ? `${zoneName(payload.candidate.zone)} comes from the candidate's application.`
            : `The candidate's zone is not known; ${zoneName(payload.candidate.zone)} is the company's.`}
        </Text>
      </Stack>
    </section>
  );
};

interface WeekCardProps {
  proposal: ProposalDetail;
  slot: ScoredSlot;
  onChoose: ((slot: ScoredSlot) => void) | null;
}

const WeekCard = ({ proposal, slot, onChoose }: WeekCardProps) => {
  const zones = [...new Set([proposal.payload.candidate.zone, ...proposal.calendar.people.map((person) => person.zone)])];
  const [params, setParams] = useSearchParams();
  const asked = params.get("zone");
  const zone = asked !== null && zones.includes(asked) ? asked : (zones[0] ?? "UTC");
  return (
    <section className="paper" aria-label="The week">
      <Group justify="space-between" p="sm" pb={0} gap="xs">
        <Title order={2} size="sm">
          Everybody's week
        </Title>
        <Select
          size="xs"
          aria-label="Zone of the week"
          data={zones.map((value) => ({
            value,
            label: `${zoneName(value)}${value === proposal.payload.candidate.zone ? " (candidate)" : ""}`,
          }))}
          value={zone}
          allowDeselect={false}
          onChange={(value) => setParams({ zone: value ?? zone })}
        />
      </Group>
      <Week proposal={proposal} slot={slot} zone={zone} onChoose={onChoose} />
    </section>
  );
};

const Evidence = ({ proposal }: { proposal: ProposalDetail }) => (
  <section className="paper" aria-label="What was read">
    <Stack p="md" gap={6}>
      <Title order={2} size="sm">
        What was read, and left out
      </Title>
      {proposal.evidence
        .filter((item) => item.kind !== "warning")
        .map((item) => (
          <Text key={item.what + item.source} size="sm" className="wrap">
            {item.kind === "left_out" && <Badge tone="neutral">left out</Badge>} {item.what}{" "}
            {item.url ? (
              <Anchor href={item.url} target="_blank" rel="noreferrer" size="sm">
                open
              </Anchor>
            ) : (
              <span className="quiet">{item.source}</span>
            )}
          </Text>
        ))}
      <Text size="sm" className="quiet">
        Calendars read <When iso={proposal.calendar.readAt} />. Titles of other events are never read.
      </Text>
    </Stack>
  </section>
);

interface BarProps {
  proposal: ProposalDetail;
  chosen: ScoredSlot | null;
  onEdit: () => void;
  onKeep: () => void;
}

const DecisionBar = ({ proposal, chosen, onEdit, onKeep }: BarProps) => {
  const decision = useDecision(proposal.id);
  const waiting = useProposals("waiting");
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const [isRejecting, setRejecting] = useState(params.get("do") === "reject");
  const approve = useRef<HTMLButtonElement>(null);
  const asked = params.get("do");
  useEffect(() => {
    if (asked === "edit") onEdit();
    if (asked === "approve") approve.current?.focus();
    // Only what the address asked for at first.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const decide = (request: Omit<DecisionRequest, "digest">, words: string): void => {
    decision.mutate(
      { ...request, digest: proposal.digest },
      {
        onSuccess: ({ proposal: now, replaced }) => {
          notifications.show({ message: words });
          const next = waiting.data?.items.find((item) => item.id !== proposal.id);
          if (replaced) go(`/proposals/${now.id}`);
          else go(next ? `/proposals/${next.id}` : "/");
        },
      },
    );
  };
  const book = (): void => decide({ decision: "approve" }, "Approved. It is being booked and sent.");
  useHotkeys([
    ["A", () => approve.current?.focus()],
    ["E", onEdit],
    ["R", () => setRejecting(true)],
  ]);
  const messages = proposal.payload.panel.length + 1;
  return (
    <>
      {decision.error && <Late error={decision.error} />}
      <div className="bar paper">
        {chosen ? (
          <>
            <Button
              loading={decision.isPending}
              onClick={() =>
                decide(
                  { decision: "edit", payload: { startsAt: chosen.startsAt } },
                  "The time was changed. Look at it once more, then book.",
                )
              }
            >
              Use this time
            </Button>
            <Button variant="default" onClick={onKeep}>
              Keep the proposed time
            </Button>
          </>
        ) : (
          <Button ref={approve} loading={decision.isPending} onClick={book}>
            Book and send {messages}
          </Button>
        )}
        <Button variant="default" onClick={onEdit}>
          Edit
        </Button>
        <Button variant="default" onClick={() => setRejecting(true)}>
          Reject
        </Button>
        <Text size="sm" className="quiet">
          {chosen
            ? "The texts show the time that you chose. Nothing is sent yet."
            : `Invites ${proposal.payload.panel.length}, and sends the candidate one mail.`}
        </Text>
      </div>
      <RejectDialog
        isOpen={isRejecting}
        isPending={decision.isPending}
        onClose={() => setRejecting(false)}
        onReject={(reason) => decide({ decision: "reject", reason }, "Rejected. Nothing was sent.")}
      />
    </>
  );
};

/** Somebody was faster, or it has changed: what it is now. */
const Late = ({ error }: { error: unknown }) => {
  const problem = error instanceof ApiError ? error.problem : null;
  const state = problem?.state as { status?: string; replacedBy?: string | null } | undefined;
  return (
    <Stack gap="xs">
      <Problem error={error} />
      {state?.status && (
        <Text size="sm" role="status">
          It is now: {state.status}.{" "}
          {state.replacedBy && (
            <Anchor component={Link} href={`/proposals/${state.replacedBy}`}>
              See the newer one
            </Anchor>
          )}
        </Text>
      )}
    </Stack>
  );
};

interface RejectProps {
  isOpen: boolean;
  isPending: boolean;
  onClose: () => void;
  onReject: (reason: string) => void;
}

const RejectDialog = ({ isOpen, isPending, onClose, onReject }: RejectProps) => {
  const [reason, setReason] = useState("");
  return (
    <Modal opened={isOpen} onClose={onClose} title="Reject this proposal" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onReject(reason.trim());
        }}
      >
        <Stack>
          <Textarea
            data-autofocus
            label="Why"
            description="Kept with the case, so that the next proposal can be better."
            value={reason}
            maxLength={500}
            autosize
            minRows={3}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red.8" loading={isPending} disabled={reason.trim() === ""}>
              Reject, send nothing
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
