import "../styles/run.css";
import { UnstyledButton } from "@mantine/core";
import { IconChevronRight, IconMessageChatbot, IconPoint, IconTool } from "@tabler/icons-react";
import { useState } from "react";
import type { RunStep } from "../../../src/http/api/schemas.ts";
import { useRun } from "../api/queries.ts";
import { lookOf } from "../parts/badge.tsx";
import { Json } from "../parts/json.tsx";
import { Loaded, Loading } from "../parts/states.tsx";
import { lengthInWords } from "../parts/time.ts";
import { When } from "../parts/when.tsx";
import { sentence, stepInWords } from "../parts/words.ts";
import { type PlacedStep, placeSteps } from "./trace-model.ts";

/** The steps of a run, read when shown. */
export const RunTrace = ({ id }: { id: string }) => {
  const query = useRun(id);
  return (
    <Loaded query={query} loading={<Loading rows={6} height={24} />}>
      {(run) => <Waterfall steps={run.steps} />}
    </Loaded>
  );
};

/** The steps as a waterfall; what went in and came out is folded away. */
export const Waterfall = ({ steps }: { steps: RunStep[] }) => {
  const trace = placeSteps(steps);
  return (
    <ol className="trace" aria-label="Steps">
      {trace.steps.map((placed) => (
        <Step key={placed.step.id} placed={placed} />
      ))}
    </ol>
  );
};

const ICONS = { node: IconPoint, tool: IconTool, model: IconMessageChatbot };

const nameOf = (step: RunStep): string =>
  step.kind === "model" ? `Ask the model (${step.name})` : stepInWords(step.name);

const Step = ({ placed }: { placed: PlacedStep }) => {
  const { step } = placed;
  const [isOpen, setOpen] = useState(false);
  const Icon = ICONS[step.kind];
  const look = lookOf(step.status);
  return (
    <>
      {placed.waitedMs !== null && (
        <li className="trace-wait quiet small">
          <span>nothing for {lengthInWords(placed.waitedMs)}</span>
        </li>
      )}
      <li className="trace-step" data-depth={placed.depth} data-status={step.status}>
        <UnstyledButton
          className="trace-row"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="trace-name">
            <IconChevronRight size={13} aria-hidden className="trace-fold" data-open={isOpen} />
            <Icon size={15} aria-hidden />
            <span>{nameOf(step)}</span>
            <span className="sr-only">, {look.words},</span>
          </span>
          <span className="trace-line" aria-hidden>
            <span
              className="trace-bar"
              data-kind={step.kind}
              style={{ left: `${placed.left}%`, width: `${placed.width}%` }}
            />
          </span>
          <span className="trace-length num small">
            {step.status === "ok" ? lengthInWords(step.durationMs) : look.words}
          </span>
        </UnstyledButton>
        {isOpen && <StepDetail step={step} />}
      </li>
    </>
  );
};

const StepDetail = ({ step }: { step: RunStep }) => (
  <div className="trace-detail">
    <p className="small quiet">
      <code>{step.name}</code> · {KINDS[step.kind]}
      {step.specialist !== null && ` · ${sentence(step.specialist)} specialist`} · began{" "}
      <When iso={step.startedAt} /> · took {lengthInWords(step.durationMs)}
      {step.tokens && ` · ${step.tokens.input} tokens in, ${step.tokens.output} out`}
    </p>
    {step.error !== null && <p className="list-problem">{step.error}</p>}
    {step.input !== undefined && (
      <div>
        <h3 className="small quiet">Input</h3>
        <Json value={step.input} label={`Input of ${step.name}`} />
      </div>
    )}
    {step.output !== undefined && (
      <div>
        <h3 className="small quiet">Output</h3>
        <Json value={step.output} label={`Output of ${step.name}`} />
      </div>
    )}
    {step.input === undefined && step.output === undefined && step.error === null && (
      <p className="small quiet">This step keeps no record of its own; its calls do.</p>
    )}
  </div>
);

const KINDS = { node: "step", tool: "tool call", model: "model call" };
