/** One case: where it stands, and everything that happened, in order. */
import { Alert, Anchor, Chip, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link, useSearchParams } from "wouter";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useCase } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";
import { Loaded } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

/** The page of one case. */
export const CasePage = ({ id }: { id: string }) => {
  const found = useCase(id);
  return <Loaded query={found}>{(data) => <Shown case_={data} />}</Loaded>;
};

const Shown = ({ case_ }: { case_: CaseDetail }) => (
  <Page title={case_.candidateName} aside={<StatusBadge status={case_.status} />}>
    <dl className="facts">
      <dt>Role</dt>
      <dd>{case_.postingTitle}</dd>
      <dt>Stage</dt>
      <dd>{case_.stageName}</dd>
      <dt>Mode</dt>
      <dd>{case_.mode}</dd>
      <dt>Next</dt>
      <dd className="wrap">{case_.nextStep}</dd>
    </dl>
    <Group gap="md">
      {case_.leverUrl && (
        <Anchor href={case_.leverUrl} target="_blank" rel="noreferrer" size="sm">
          Open in Lever
        </Anchor>
      )}
      <Anchor component={Link} href={`/ledger?caseId=${case_.id}`} size="sm">
        Ledger of this case
      </Anchor>
    </Group>
    {case_.problem && (
      <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title="This needs a person">
        {case_.problem.message}
      </Alert>
    )}
    <Timeline case_={case_} />
  </Page>
);

type Kind = "event" | "run" | "proposal" | "effect";

interface Moment {
  key: string;
  kind: Kind;
  at: string;
  title: string;
  words: string;
  status: string;
  href?: string;
}

const KINDS: { value: Kind; label: string }[] = [
  { value: "event", label: "Events" },
  { value: "run", label: "Runs" },
  { value: "proposal", label: "Proposals" },
  { value: "effect", label: "Effects" },
];

const momentsOf = (case_: CaseDetail): Moment[] =>
  [
    ...case_.events.map((event) => ({
      key: event.id,
      kind: "event" as const,
      at: event.receivedAt,
      title: event.kind,
      words: event.error?.message ?? event.note ?? "",
      status: event.status,
    })),
    ...case_.runs.map((run) => ({
      key: run.id,
      kind: "run" as const,
      at: run.startedAt,
      title: `Run for ${run.eventKind}`,
      words: run.outcome ?? "",
      status: run.status,
      href: `/runs/${run.id}`,
    })),
    ...case_.proposals.map((proposal) => ({
      key: proposal.id,
      kind: "proposal" as const,
      at: proposal.createdAt,
      title: "Proposal",
      words: proposal.summary,
      status: proposal.status,
      href: `/proposals/${proposal.id}`,
    })),
    ...case_.effects.map((effect) => ({
      key: effect.id,
      kind: "effect" as const,
      at: effect.finishedAt ?? effect.startedAt ?? case_.updatedAt,
      title: effect.label,
      words: effect.error?.message ?? "",
      status: effect.status,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));

const Timeline = ({ case_ }: { case_: CaseDetail }) => {
  const [params, setParams] = useSearchParams();
  const hidden = new Set((params.get("hide") ?? "").split(",").filter(Boolean));
  const shown = KINDS.map(({ value }) => value).filter((kind) => !hidden.has(kind));
  const moments = momentsOf(case_).filter((moment) => !hidden.has(moment.kind));
  return (
    <Stack gap="sm">
      <Chip.Group
        multiple
        value={shown}
        onChange={(values: string[]) => {
          const hide = KINDS.map(({ value }) => value).filter((kind) => !values.includes(kind));
          setParams(hide.length === 0 ? {} : { hide: hide.join(",") });
        }}
      >
        <Group gap="xs" role="group" aria-label="What to show">
          {KINDS.map(({ value, label }) => (
            <Chip key={value} value={value} size="xs" variant="outline">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <ol className="paper" aria-label="Timeline" style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {moments.map((moment) => (
          <li key={moment.kind + moment.key} className="row">
            <div>
              {moment.href ? (
                <Anchor component={Link} href={moment.href} fw={600}>
                  {moment.title}
                </Anchor>
              ) : (
                <Text component="span" fw={600}>
                  {moment.title}
                </Text>
              )}
              {moment.words !== "" && <Text className="wrap">{moment.words}</Text>}
            </div>
            <Group gap="xs" align="flex-start" justify="flex-end">
              <StatusBadge status={moment.status} />
              <Text component="span" size="sm" className="quiet">
                <When iso={moment.at} />
              </Text>
            </Group>
          </li>
        ))}
      </ol>
    </Stack>
  );
};
