import "../styles/synthesis.css";
import type { MoveDetail } from "../../../src/http/api/aside-schemas.ts";
import type { MoveStage } from "../../../src/domain/stage-move.ts";
import { useTitle } from "../parts/page.tsx";
import { AsideHead } from "./aside-head.tsx";
import { MadeFrom, Said } from "./aside-parts.tsx";
import { ScoreStrip } from "./score-strip.tsx";
import { StepList } from "./step-list.tsx";

/** A candidate to be moved on: what the rule asks for beside what each form gives. */
export const MoveView = ({ proposal }: { proposal: MoveDetail }) => {
  useTitle(`Move on: ${proposal.candidateName}, ${proposal.stageName}`);
  const { payload, evidence, leverUrl } = proposal;
  const left = evidence.flatMap(({ kind, what }) => (kind === "left_out" ? [what] : []));
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`from ${payload.stageName} to ${payload.to.name} for ${payload.postingTitle}`}
        approval={`Move to ${payload.to.name}`}
      />
      <div className="proposal-body">
        <div className="proposal-column">
          <Said tone="waiting" id="to-know" title="To know" all={left} />
          <Ratings move={payload} />
        </div>
        <div className="proposal-column">
          <StepList proposal={proposal} />
          <MadeFrom evidence={evidence}>
            <p className="quiet small">{proposal.reason}</p>
            {leverUrl !== null && (
              <a href={leverUrl} target="_blank" rel="noreferrer">
                Read the forms in Lever
                <span className="sr-only"> (new tab)</span>
              </a>
            )}
          </MadeFrom>
        </div>
      </div>
    </div>
  );
};

const Ratings = ({ move: { scores, forms } }: { move: MoveStage }) => {
  const names = new Map(forms.map((form) => [form.id, nameOf(form, forms)]));
  return (
    <section className="panel synthesis-part" aria-labelledby="ratings">
      <h2 id="ratings">Ratings that the rule asks for</h2>
      {scores.map(({ field, atLeast, of, given }) => (
        <ScoreStrip
          key={field}
          name={field}
          says={`at least ${atLeast} of ${of}`}
          least={atLeast}
          voices={given.map((one) => ({
            ...one,
            of,
            name: names.get(one.form) ?? "A form",
          }))}
        />
      ))}
    </section>
  );
};

/** Which interview a form is for is said of those alone of whom several count. */
const nameOf = (form: MoveStage["forms"][number], all: MoveStage["forms"]): string => {
  const isOne = all.filter(({ name, counts }) => counts && name === form.name).length < 2;
  return isOne || form.session === null ? form.name : `${form.name}, ${form.session}`;
};
