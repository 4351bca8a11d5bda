/** One run as a waterfall: every step and tool call with its time, what went in and came out folded away. */
import { Accordion, Anchor, Code, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import type { RunDetail, RunStep } from "../../../src/http/api/schemas.ts";
import { useRun } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";
import { Loaded } from "../parts/states.tsx";
import { duration } from "../parts/time.ts";
import { When } from "../parts/when.tsx";

/** The page of one run. */
export const RunPage = ({ id }: { id: string }) => {
  const run = useRun(id);
  return <Loaded query={run}>{(data) => <Shown run={data} />}</Loaded>;
};

const Shown = ({ run }: { run: RunDetail }) => {
  const total = run.steps.filter((step) => step.kind === "node").reduce((sum, step) => sum + step.durationMs, 0);
  const offsets = offsetsOf(run.steps);
  return (
    <Page title={`Run for ${run.eventKind}`} aside={<StatusBadge status={run.status} />}>
      <Group gap="md">
        {run.caseId && (
          <Anchor component={Link} href={`/cases/${run.caseId}`} size="sm">
            Case
          </Anchor>
        )}
        <Text size="sm" className="quiet">
          Began <When iso={run.startedAt} />. {duration(total)} of work. {run.outcome ?? ""}
        </Text>
      </Group>
      <Accordion multiple variant="contained" order={2}>
        {run.steps.map((step, index) => (
          <Step key={step.id} step={step} from={offsets[index] ?? 0} total={total} />
        ))}
      </Accordion>
      <Text size="sm" className="quiet wrap">
        Correlation id <Code>{run.correlationId}</Code>
      </Text>
    </Page>
  );
};

/** Where each step begins on the line of all work: waiting for people is left out. */
const offsetsOf = (steps: RunStep[]): number[] => {
  let done = 0;
  let inside = 0;
  return steps.map((step) => {
    if (step.kind !== "node") {
      const at = done + inside;
      inside += step.durationMs;
      return at;
    }
    const at = done;
    done += step.durationMs;
    inside = 0;
    return at;
  });
};

const NAMES = { node: "step", tool: "tool", model: "model" } as const;

const Step = ({ step, from, total }: { step: RunStep; from: number; total: number }) => {
  const share = (ms: number): string => `${total === 0 ? 0 : Math.min(100, (ms / total) * 100)}%`;
  return (
    <Accordion.Item value={step.id}>
      <Accordion.Control>
        <div style={{ display: "grid", gridTemplateColumns: "minmax(110px, 2fr) 3fr auto", gap: 12, alignItems: "center" }}>
          <span className="wrap" style={{ paddingInlineStart: step.kind === "node" ? 0 : 16 }}>
            {step.name} <span className="quiet">{NAMES[step.kind]}</span>
          </span>
          <div className="waterfall" aria-hidden>
            <div style={{ left: share(from), width: share(step.durationMs) }} />
          </div>
          <span className="num quiet">
            {step.status === "ok" ? duration(step.durationMs) : `${step.status === "interrupted" ? "waits" : "error"}, ${duration(step.durationMs)}`}
          </span>
        </div>
      </Accordion.Control>
      <Accordion.Panel>
        <Text size="sm" className="quiet">
          <When iso={step.startedAt} />
          {step.specialist && `, ${step.specialist}`}
          {step.tokens && `, ${step.tokens.input} tokens in, ${step.tokens.output} out`}
        </Text>
        {step.error && <Text className="wrap">{step.error}</Text>}
        {step.input !== undefined && <Json label="In" value={step.input} />}
        {step.output !== undefined && <Json label="Out" value={step.output} />}
      </Accordion.Panel>
    </Accordion.Item>
  );
};

const Json = ({ label, value }: { label: string; value: unknown }) => (
  <>
    <Text size="sm" mt="xs">
      {label}
    </Text>
    <Code block mah={320} tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </Code>
  </>
);
