import { IconExternalLink } from "@tabler/icons-react";
import type { EffectItem, ProposalDetail } from "../../../src/http/api/schemas.ts";
import { AudienceBadge, StepMark } from "../parts/badge.tsx";
import { linksOf } from "../parts/effect-links.ts";
import { CheckedMail } from "./checked-mail.tsx";

/** What will happen, in order; once approved, how far it is. */
export const StepList = ({
  proposal,
}: {
  proposal: Pick<ProposalDetail, "steps" | "effects" | "status">;
}) => {
  const { steps, effects } = proposal;
  const hasBegun = effects.length > 0;
  const done = effects.filter(({ status }) => status === "done").length;
  return (
    <section className="panel steps" aria-labelledby="steps">
      <div className="panel-head">
        <h2 id="steps">
          {hasBegun
            ? `${done} of ${effects.length} done`
            : (HEADINGS[proposal.status] ?? "What would have happened")}
        </h2>
        {!hasBegun && proposal.status === "waiting" && (
          <span className="small quiet">in this order, each once</span>
        )}
      </div>
      <ol>
        {hasBegun
          ? effects
              .toSorted((a, b) => a.step - b.step)
              .map((effect) => (
                <Effect key={effect.id} effect={effect} isOver={proposal.status === "done"} />
              ))
          : steps.map((step, index) => (
              <li key={step.kind + step.label}>
                <span className="step-number num" aria-hidden>
                  {index + 1}
                </span>
                <span className="step-label">{step.label}</span>
                {step.audience === "candidate" && <AudienceBadge audience="candidate" />}
              </li>
            ))}
      </ol>
    </section>
  );
};

const HEADINGS: Partial<Record<ProposalDetail["status"], string>> = {
  waiting: "What will happen",
  approved: "What will happen",
  performing: "What will happen",
};

interface EffectProps {
  effect: EffectItem;
  /** All steps have been done, or wait for a person. */
  isOver: boolean;
}

const Effect = ({ effect, isOver }: EffectProps) => {
  const [link] = linksOf(effect);
  const isUnknown = effect.status === "parked" && effect.error?.code === "outcome_unknown";
  return (
    <li>
      <StepMark status={effect.status} />
      <span className="step-label">
        {effect.label}
        {effect.error && effect.status !== "done" && (
          <span className="step-error">{effect.error.message}</span>
        )}
        {isOver && isUnknown && <CheckedMail effect={effect} />}
      </span>
      {link !== undefined && (
        <a href={link.href} target="_blank" rel="noreferrer" className="small step-link">
          Open <IconExternalLink size={12} aria-hidden />
          <span className="sr-only"> {effect.label} (new tab)</span>
        </a>
      )}
      {effect.audience === "candidate" && <AudienceBadge audience="candidate" />}
    </li>
  );
};
