/** Home: what needs a person, what happened by itself, what failed. Made for the keyboard. */
import { Anchor, Button, Group, Kbd, Select, Stack, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import {
  useEvents,
  useMoveStage,
  useProposals,
  useSandboxCandidates,
  useStages,
  useStatus,
} from "../api/queries.ts";
import { AudienceBadge, Badge, StatusBadge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";
import { Loaded, Problem } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

const LATELY = 8;

/** The inbox. */
export const Inbox = () => {
  const proposals = useProposals("all");
  return (
    <Page title="Inbox" aside={<Keys />}>
      <Loaded query={proposals}>{({ items }) => <Groups items={items} />}</Loaded>
    </Page>
  );
};

const Keys = () => (
  <Text size="sm" className="quiet" visibleFrom="sm">
    <Kbd>J</Kbd> <Kbd>K</Kbd> move, <Kbd>Enter</Kbd> open, <Kbd>Ctrl</Kbd>+<Kbd>K</Kbd> find
  </Text>
);

const Groups = ({ items }: { items: ProposalItem[] }) => {
  const waiting = items.filter((item) => item.status === "waiting");
  const failed = items.filter((item) => item.status === "failed");
  const lately = items
    .filter((item) => !["waiting", "failed", "superseded"].includes(item.status))
    .slice(0, LATELY);
  const selected = useRowKeys(waiting);
  return (
    <Stack gap="lg">
      <Section title="Needs you" count={waiting.length}>
        {waiting.length === 0 ? (
          <Empty />
        ) : (
          waiting.map((item, index) => (
            <Row key={item.id} item={item} isSelected={index === selected} />
          ))
        )}
      </Section>
      <Failed failed={failed} />
      {lately.length > 0 && (
        <Section title="Decided or done lately">
          {lately.map((item) => (
            <Row key={item.id} item={item} isSelected={false} />
          ))}
        </Section>
      )}
    </Stack>
  );
};

const Section = ({ title, count, children }: { title: string; count?: number; children: React.ReactNode }) => (
  <section aria-label={title}>
    <Title order={2} size="sm" mb={6}>
      {title}
      {count ? <span className="quiet"> {count}</span> : null}
    </Title>
    <div className="paper">{children}</div>
  </section>
);

/** J and K move, Enter, A, E and R open: what would be sent is seen before it is decided. */
const useRowKeys = (items: ProposalItem[]): number => {
  const [selected, select] = useState(0);
  const [, go] = useLocation();
  const at = Math.min(selected, Math.max(0, items.length - 1));
  const open = (action: string) => () => {
    const item = items[at];
    if (item) go(`/proposals/${item.id}${action}`);
  };
  useHotkeys([
    ["J", () => select(Math.min(at + 1, items.length - 1))],
    ["K", () => select(Math.max(at - 1, 0))],
    ["Enter", open("")],
    ["A", open("?do=approve")],
    ["E", open("?do=edit")],
    ["R", open("?do=reject")],
  ]);
  useEffect(() => {
    document.querySelector(".row[data-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return at;
};

const Row = ({ item, isSelected }: { item: ProposalItem; isSelected: boolean }) => (
  <Link
    href={`/proposals/${item.id}`}
    className="row"
    data-selected={isSelected}
    aria-current={isSelected ? "true" : undefined}
  >
    <div>
      <Text component="span" fw={600} className="wrap">
        {item.candidateName}
      </Text>{" "}
      <Text component="span" className="quiet wrap">
        {item.postingTitle}
      </Text>
      <Text size="md" className="wrap">
        {item.summary}
      </Text>
    </div>
    <Group gap={6} justify="flex-end" align="flex-start">
      {item.warnings > 0 && item.status === "waiting" && (
        <Badge tone="failed">
          {item.warnings === 1 ? "1 warning" : `${item.warnings} warnings`}
        </Badge>
      )}
      <AudienceBadge audience={item.audience} />
      {item.status === "waiting" ? (
        <Text component="span" size="sm" className="quiet">
          made <When iso={item.createdAt} isRelative />, expires <When iso={item.expiresAt} isRelative />
        </Text>
      ) : (
        <>
          <StatusBadge status={item.status} />
          <Text component="span" size="sm" className="quiet">
            <When iso={item.decision?.at ?? item.createdAt} isRelative />
          </Text>
        </>
      )}
    </Group>
  </Link>
);

const Failed = ({ failed }: { failed: ProposalItem[] }) => {
  const events = useEvents("failed");
  const count = events.data?.items.length ?? 0;
  if (failed.length === 0 && count === 0) return null;
  return (
    <Section title="Failed">
      {failed.map((item) => (
        <Row key={item.id} item={item} isSelected={false} />
      ))}
      {count > 0 && (
        <Link href="/events?status=failed" className="row">
          <span>
            {count === 1 ? "One event" : `${count} events`} could not be handled. Look at the reasons, and run again what can be.
          </span>
        </Link>
      )}
    </Section>
  );
};

const Empty = () => {
  const status = useStatus();
  return (
    <Stack p="lg" gap="sm" align="flex-start">
      <Text>Nothing waits for you.</Text>
      <Text className="quiet" size="md">
        When a candidate moves to a stage with an interview plan, the booking that Convene proposes appears here.
      </Text>
      {status.data?.sandbox && <TryIt />}
    </Stack>
  );
};

/** Sandbox: makes something appear. */
const TryIt = () => {
  const candidates = useSandboxCandidates(true);
  const stages = useStages(true);
  const move = useMoveStage();
  const [chosen, choose] = useState<string | null>(null);
  const screen = stages.data?.items.find(({ text }) => text === "Phone Screen");
  const data = (candidates.data?.items ?? [])
    .filter((item) => item.stageName === "New applicant")
    .map((item) => ({ value: item.id, label: `${item.name}, ${item.postingTitle}` }));
  return (
    <Stack gap="xs" w="100%" maw={460}>
      <Group align="flex-end" gap="xs">
        <Select
          flex={1}
          label="Move a candidate to Phone Screen"
          placeholder="Choose a candidate"
          data={data}
          value={chosen}
          onChange={choose}
          searchable
        />
        <Button
          disabled={!chosen || !screen}
          loading={move.isPending}
          onClick={() => {
            if (chosen && screen) move.mutate({ opportunityId: chosen, stageId: screen.id });
          }}
        >
          Move
        </Button>
      </Group>
      {move.error && <Problem error={move.error} />}
      {move.isSuccess && (
        <Text size="sm" role="status">
          Moved in Lever. The proposal comes in a moment; if none does, look at the{" "}
          <Anchor component={Link} href="/events">
            events
          </Anchor>
          .
        </Text>
      )}
    </Stack>
  );
};
