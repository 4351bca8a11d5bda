import "../styles/synthesis.css";
import type { SynthesisDetail } from "../../../src/http/api/aside-schemas.ts";
import type {
  PostSynthesis,
  SynthesisQuote,
  SynthesisTopic,
} from "../../../src/domain/synthesis.ts";
import { claimsIn, sidesOf } from "../../../src/domain/synthesis-sides.ts";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import { Button } from "@mantine/core";
import { Fragment, useState } from "react";
import { useLocation } from "wouter";
import { useLookAgain } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { useDecide } from "../decision/use-decide.ts";
import { isolated } from "../parts/isolated.ts";
import { EditsPanel } from "../parts/edits.tsx";
import { useTitle } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { AsideHead } from "./aside-head.tsx";
import { Letter, Said } from "./aside-parts.tsx";
import { ScoreStrip } from "./score-strip.tsx";
import { SynthesisEditor } from "./synthesis-editor.tsx";
import { StepList } from "./step-list.tsx";

/** A synthesis with the forms that it is made from beside it: whoever approves has both in sight. */
export const SynthesisView = ({ proposal }: { proposal: SynthesisDetail }) => {
  useTitle(`Synthesis: ${proposal.candidateName}, ${proposal.stageName}`);
  const { payload } = proposal;
  const [, go] = useLocation();
  const [editing, setEditing] = useSearchParam("edit");
  const [conflict, setConflict] = useState<ProposalItem | null>(null);
  const decide = useDecide({
    onConflict: setConflict,
    onDone: (answer) => go(`/proposals/${answer.proposal.id}`),
  });
  const isOpen = useMayDecide() && proposal.status === "waiting" && proposal.notYours === null;
  const isStale = proposal.otherwise !== null;
  const isEditing = isOpen && !isStale && editing === "synthesis";
  return (
    <div className="proposal">
      <AsideHead
        proposal={proposal}
        what={`${payload.missing.length > 0 ? "partial synthesis" : "synthesis"} of ${payload.stageName} for ${payload.postingTitle}`}
        approval={payload.missing.length > 0 ? "Leave the secret note" : "Leave the note"}
        isHeld={isStale || isEditing}
        onEdit={() => setEditing("synthesis")}
      />
      <div className="proposal-body">
        {isEditing ? (
          <SynthesisEditor
            proposal={proposal}
            isBusy={decide.busyId !== null}
            conflict={conflict}
            onCancel={() => setEditing(null)}
            onSave={(edit) => decide.edit(proposal, edit)}
          />
        ) : (
          <Reading proposal={proposal} />
        )}
        <Forms synthesis={payload} />
      </div>
    </div>
  );
};

/** Takes it off the table at once, and not when its round is looked at next. */
const LookAgain = ({ proposal }: { proposal: SynthesisDetail }) => {
  const look = useLookAgain(proposal.id);
  if (!useMayDecide()) return null;
  const ask = (): void =>
    look.mutate(undefined, {
      onSuccess: () =>
        tellDone("It is looked at now. Another version waits for you when it can be made."),
      onError: tellProblem,
    });
  return (
    <Button mt={8} size="compact-sm" variant="default" disabled={look.isPending} onClick={ask}>
      Take it off the table now
    </Button>
  );
};

const Reading = ({ proposal }: { proposal: SynthesisDetail }) => {
  const { payload, rendered, evidence } = proposal;
  const of = (kind: "warning" | "left_out"): string[] => [
    ...new Set(evidence.flatMap((each) => (each.kind === kind ? [each.what] : []))),
  ];
  const remark = payload.edited?.remark ?? null;
  return (
    <div className="proposal-column">
      <Said
        tone="failed"
        id="stale"
        title="Not as it was"
        all={proposal.otherwise === null ? [] : [proposal.otherwise]}
      >
        <LookAgain proposal={proposal} />
      </Said>
      <Said tone="failed" id="warned" title="Before you approve" all={of("warning")} />
      <Said
        tone="waiting"
        id="otherwise"
        title="Otherwise than before"
        all={payload.changes ?? []}
      />
      <Said
        tone="waiting"
        id="since-waiting"
        title="Otherwise than the version that waited before"
        all={proposal.sinceWaiting}
      />
      <EditsPanel id={proposal.id} />
      <Scores synthesis={payload} />
      <Quotes title="Strengths" kind="strength" synthesis={payload} />
      <Quotes title="Concerns" kind="concern" synthesis={payload} />
      <Quotes title="Observations" kind="observation" synthesis={payload} />
      <Lines id="not-covered" title="Named by nobody" all={payload.notCovered} />
      <Lines id="debrief" title="For the debrief" all={payload.questions.map(({ text }) => text)} />
      <Lines
        id="remark"
        title={`Remark by ${isolated(remark?.by ?? "")}`}
        all={remark === null ? [] : [remark.text]}
      />
      <Findings synthesis={payload} />
      <Said tone="waiting" id="to-know" title="To know" all={of("left_out")} />
      <StepList proposal={proposal} />
      <Letter title="Note in Lever" text={rendered.note} />
    </div>
  );
};

const VIEWS: Record<SynthesisTopic["view"], string> = {
  agree: "agree",
  differ: "do not agree",
  one_voice: "one voice",
};

interface PartProps {
  synthesis: PostSynthesis;
}

const Scores = ({ synthesis }: PartProps) => {
  const { topics, overall, notes } = synthesis;
  return (
    <section className="panel synthesis-part" aria-labelledby="scores">
      <h2 id="scores">Scores</h2>
      {topics.length === 0 && <p className="quiet">No form gives a score for anything by name.</p>}
      {topics.map((topic) => (
        <Fragment key={topic.id}>
          <ScoreStrip
            name={topic.name}
            says={VIEWS[topic.view]}
            view={topic.view}
            voices={topic.voices}
          />
          <Why topic={topic} synthesis={synthesis} />
        </Fragment>
      ))}
      {overall.length > 0 && (
        <>
          <h3>Recommendations, each person’s own</h3>
          <ul>
            {overall.map(({ form, name, given }) => (
              <li key={form}>
                {name}: {given}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
    </section>
  );
};

/** Of what the panel is apart on: each side's own words. */
const Why = ({ topic, synthesis }: PartProps & { topic: SynthesisTopic }) => {
  const sides = sidesOf(topic, synthesis);
  return (
    sides.length > 0 && (
      <section className="synthesis-why" aria-label={`${topic.name}: why, in their own words`}>
        <p className="quiet small">Why, in their own words</p>
        <dl>
          {sides.map(({ name, given, quotes, instead }) => (
            <div key={`${name} ${given}`}>
              <dt>
                {name} <span className="quiet small">{given}</span>
              </dt>
              <dd>
                {quotes.map(({ id, text }) => (
                  <blockquote key={id}>{text}</blockquote>
                ))}
                {instead !== null && <p className="quiet">{instead}</p>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    )
  );
};

const Quotes = ({
  title,
  kind,
  synthesis: { quotes, forms },
}: PartProps & { title: string; kind: SynthesisQuote["kind"] }) => {
  const own = quotes.filter((quote) => quote.kind === kind);
  return (
    own.length > 0 && (
      <section className="panel synthesis-part" aria-labelledby={kind}>
        <h2 id={kind}>{title}</h2>
        <ul className="synthesis-quotes">
          {claimsIn(own).map((claim) => (
            <li key={claim[0]?.id}>
              {claim.map(({ id, text, form, topic, isOneVoice }) => (
                <Fragment key={id}>
                  <blockquote>{text}</blockquote>
                  <p className="quiet small">
                    <a href={`#${form}`}>{forms.find((one) => one.id === form)?.name}</a>
                    {topic !== null && `, ${topic}`}
                    {isOneVoice && " · one voice"}
                  </p>
                </Fragment>
              ))}
            </li>
          ))}
        </ul>
      </section>
    )
  );
};

const Lines = ({ id, title, all }: { id: string; title: string; all: readonly string[] }) =>
  all.length > 0 && (
    <section className="panel synthesis-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {all.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );

const Findings = ({ synthesis: { findings, forms } }: PartProps) =>
  findings.length > 0 && (
    <section className="panel synthesis-part" aria-labelledby="findings">
      <h2 id="findings">Language of the forms</h2>
      <p className="quiet small">Seen by you alone: nothing of it stands in the note.</p>
      <ul className="synthesis-quotes">
        {findings.map(({ form, text, why }) => (
          <li key={`${form} ${text}`}>
            <blockquote>{text}</blockquote>
            <p className="quiet small">
              {forms.find((one) => one.id === form)?.name}: {why}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

const Forms = ({ synthesis: { forms } }: PartProps) => (
  // The forms scroll beside what is made of them, so that the keyboard must reach them.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="proposal-column" role="region" aria-label="Forms" tabIndex={0}>
    {forms.map(({ id, name, session, title, text }) => (
      <article key={id} id={id} className="panel synthesis-part">
        <h2>{name}</h2>
        <p className="quiet small">{session ?? title}</p>
        <div className="synthesis-form">{text}</div>
      </article>
    ))}
  </div>
);
