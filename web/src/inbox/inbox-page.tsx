import "../styles/inbox.css";
import { SegmentedControl } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import type { CaseItem, ProposalItem } from "../../../src/http/api/schemas.ts";
import { useCases, useProposals, useRequests, useStatus } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { RejectDialog } from "../decision/reject-dialog.tsx";
import { useDecide } from "../decision/use-decide.ts";
import { useKeys } from "../parts/keys.ts";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Loading, ProblemNote, ShowMore } from "../parts/states.tsx";
import { ChooseBar, severalPath } from "./choose-bar.tsx";
import { EmptyInbox } from "./empty-inbox.tsx";
import { RequestRows } from "./request-rows.tsx";
import { StuckRow } from "./stuck-row.tsx";
import { ProposalRow } from "./proposal-row.tsx";
import { TryIt } from "./try-it.tsx";
import { useChoice } from "./use-choice.ts";

const GROUPS = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Needs you" },
  { value: "failed", label: "Failed" },
  { value: "decided", label: "Decided" },
];

/** What needs a person, what went wrong, what was decided lately. */
export const InboxPage = () => {
  const waiting = useProposals("waiting");
  const all = useProposals("all");
  const blocked = useCases("blocked");
  const hasRequests = (useRequests().data?.items.length ?? 0) > 0;
  const status = useStatus().data;
  const [show, setShow] = useSearchParam("show");
  const isShown = (group: string): boolean => show === null || show === group;
  const failed = (all.data ?? []).filter((proposal) => proposal.status === "failed");
  const failedCases = new Set(failed.map((proposal) => proposal.caseId));
  const stuck = (blocked.data ?? []).filter((case_) => !failedCases.has(case_.id));
  const decided = (all.data ?? []).filter(
    ({ status: is }) => is !== "waiting" && is !== "failed" && is !== "superseded",
  );
  const lists = {
    waiting: isShown("waiting") ? (waiting.data ?? []) : [],
    failed: isShown("failed") ? failed : [],
    stuck: isShown("failed") ? stuck : [],
    decided: isShown("decided") ? decided : [],
  };
  const error = waiting.error ?? all.error;
  return (
    <Page
      title="Inbox"
      lead={leadOf(status?.waiting, waiting.data ?? [])}
      aside={
        <SegmentedControl
          aria-label="Show"
          size="xs"
          data={GROUPS}
          value={show ?? "all"}
          onChange={(value) => setShow(value === "all" ? null : value)}
        />
      }
    >
      {waiting.data === undefined || all.data === undefined ? (
        error ? (
          <ProblemNote
            error={error}
            onRetry={() => void Promise.all([waiting.refetch(), all.refetch()])}
          />
        ) : (
          <Loading rows={5} height={68} />
        )
      ) : (
        <>
          {isShown("waiting") && <RequestRows />}
          <Triage {...lists} failedEvents={isShown("failed") ? (status?.failed ?? 0) : 0} />
          {isShown("waiting") && waiting.data.length === 0 && !hasRequests && (
            <EmptyInbox isFirst={all.data.length === 0} />
          )}
          {show !== "waiting" && <ShowMore query={all} />}
          {status?.sandbox && isShown("waiting") && waiting.data.length > 0 && <TryIt />}
        </>
      )}
    </Page>
  );
};

/** `all`: how many wait, of which `shown` are read so far. */
const leadOf = (all: number | undefined, shown: ProposalItem[]): string => {
  const waiting = (all ?? 0) - shown.filter(isForOthers).length;
  if (waiting <= 0) return "What needs your decision comes here.";
  return waiting === 1 ? "1 decision waits for you." : `${waiting} decisions wait for you.`;
};

const isForOthers = ({ notYours }: ProposalItem): boolean => notYours !== null;

interface TriageProps {
  waiting: ProposalItem[];
  failed: ProposalItem[];
  stuck: CaseItem[];
  decided: ProposalItem[];
  failedEvents: number;
}

/** The groups as one list for the keyboard. */
const Triage = ({ waiting, failed, stuck, decided, failedEvents }: TriageProps) => {
  const [, go] = useLocation();
  const [at, setAt] = useSearchParam("at");
  const mayDecide = useMayDecide();
  const decide = useDecide();
  const choice = useChoice(waiting);
  const [rejecting, setRejecting] = useState<ProposalItem | null>(null);
  const yours = waiting.filter((proposal) => !isForOthers(proposal));
  const others = waiting.filter(isForOthers);
  const ids = [...yours, ...others, ...failed, ...stuck, ...decided].map(({ id }) => id);
  const selectedId = at !== null && ids.includes(at) ? at : ids[0];
  const selected = waiting.find(({ id }) => id === selectedId);
  const select = (id: string | undefined): void => {
    if (id === undefined) return;
    setAt(id);
    document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
  };
  const move = (by: number): void => {
    const isOnRow = document.activeElement?.closest("[data-row]") !== null;
    const index = selectedId === undefined ? -1 : ids.indexOf(selectedId);
    // The first press goes to the selected line itself.
    select(isOnRow ? ids[Math.min(ids.length - 1, Math.max(0, index + by))] : ids[index]);
  };
  // Whoever moves a candidate on has seen by what.
  const approve = (proposal: ProposalItem): void =>
    proposal.kind === "move_stage" ? go(`/proposals/${proposal.id}`) : decide.approve(proposal);
  const edit = (proposal: ProposalItem): void => go(`/proposals/${proposal.id}?edit=texts`);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ...(selected &&
      mayDecide && {
        ...(!isForOthers(selected) && {
          a: () => approve(selected),
          e: () => edit(selected),
          x: () => choice.toggle(selected.id),
        }),
        r: () => setRejecting(selected),
      }),
    ...(choice.chosen.length > 0 && { b: () => go(severalPath(choice.chosen)) }),
  });
  useForgetGone(at, ids, setAt);
  const rowOf = (proposal: ProposalItem) => (
    <ProposalRow
      key={proposal.id}
      proposal={proposal}
      isSelected={proposal.id === selectedId}
      isBusy={decide.busyId === proposal.id}
      {...(mayDecide &&
        proposal.status === "waiting" && {
          onApprove: () => approve(proposal),
          onEdit: () => edit(proposal),
          onReject: () => setRejecting(proposal),
        })}
      {...(mayDecide &&
        choice.isFor(proposal) && {
          choice: {
            isChosen: choice.has(proposal.id),
            onChoose: () => choice.toggle(proposal.id),
          },
        })}
    />
  );
  return (
    <>
      <Group name="Needs you" count={yours.length}>
        {yours.map(rowOf)}
      </Group>
      <ChooseBar choice={choice} />
      <Group name="Waits for others" count={others.length}>
        {others.map(rowOf)}
      </Group>
      <Group name="Failed or stuck" count={failed.length + stuck.length + failedEvents}>
        {failed.map(rowOf)}
        {stuck.map((case_) => (
          <StuckRow key={case_.id} case_={case_} isSelected={case_.id === selectedId} />
        ))}
        {failedEvents > 0 && (
          <li className="row row-plain">
            <Link href="/events?status=failed">
              {failedEvents === 1
                ? "1 event failed and can be run again"
                : `${failedEvents} events failed and can be run again`}
            </Link>
          </li>
        )}
      </Group>
      <Group name="Decided lately" count={decided.length}>
        {decided.map(rowOf)}
      </Group>
      <RejectDialog
        proposal={rejecting}
        onClose={() => setRejecting(null)}
        onReject={(proposal, reason) => {
          setRejecting(null);
          decide.reject(proposal, reason);
        }}
      />
    </>
  );
};

/** An address that names a line which is gone names nothing. */
const useForgetGone = (
  at: string | null,
  ids: string[],
  setAt: (id: string | null) => void,
): void => {
  const isGone = at !== null && !ids.includes(at);
  useEffect(() => {
    if (isGone) setAt(null);
    // The setter is new at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isGone]);
};

const Group = ({
  name,
  count,
  children,
}: {
  name: string;
  count: number;
  children: React.ReactNode;
}) =>
  count === 0 ? null : (
    <section aria-label={name}>
      <div className="group-head">
        <h2>{name}</h2>
        <span className="count">{count}</span>
      </div>
      <ul className="rows panel">{children}</ul>
    </section>
  );
