import { Tabs } from "@mantine/core";
import type { Evidence, ScoredSlot, ScoreTerm } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { useSearchParam } from "../parts/search-param.ts";

interface WhyPanelProps {
  proposal: ProposalDetail;
  slot: ScoredSlot;
  isOther: boolean;
}

/** Why this time, what was read for it, what was left out. */
export const WhyPanel = ({ proposal, slot, isOther }: WhyPanelProps) => {
  const [why, setWhy] = useSearchParam("why");
  const read = proposal.evidence.filter(({ kind }) => kind === "read");
  const leftOut = proposal.evidence.filter(({ kind }) => kind === "left_out");
  const shown = why === "read" || why === "left-out" ? why : "score";
  return (
    <section className="panel why" aria-label="Why">
      <Tabs
        value={shown}
        onChange={(value) => setWhy(value === "score" ? null : value)}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="score">Why this time</Tabs.Tab>
          <Tabs.Tab value="read">What was read ({read.length})</Tabs.Tab>
          {leftOut.length > 0 && (
            <Tabs.Tab value="left-out">What was left out ({leftOut.length})</Tabs.Tab>
          )}
          <span
            className="why-total num"
            title="How well this time does on what matters, all together"
          >
            {slot.score.toFixed(0)} of 100
          </span>
        </Tabs.List>
        <Tabs.Panel value="score" className="why-panel">
          {!isOther && <p className="why-reason">{proposal.reason}</p>}
          <Score slot={slot} />
        </Tabs.Panel>
        <Tabs.Panel value="read" className="why-panel">
          <EvidenceList items={read} />
        </Tabs.Panel>
        <Tabs.Panel value="left-out" className="why-panel">
          <EvidenceList items={leftOut} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
};

const TERM_NAMES: Record<string, string> = {
  attendance: "Key people",
  invitations_kept: "Invitations",
  focus_kept: "Focus time",
  candidate_comfort: "Candidate’s day",
  earliness: "Soon",
  load_balance: "Fair load",
};

const Score = ({ slot }: { slot: ScoredSlot }) => (
  <ul className="score" aria-label={`Score ${slot.score.toFixed(0)} of 100`}>
    {slot.terms.map((term) => (
      <Term key={term.name} term={term} />
    ))}
  </ul>
);

const Term = ({ term }: { term: ScoreTerm }) => (
  <li className="score-line">
    <span className="quiet">
      {TERM_NAMES[term.name] ?? sentence(term.name.replaceAll("_", " "))}
    </span>
    <span
      className="meter"
      role="img"
      aria-label={`${term.points.toFixed(0)} of ${term.weight.toFixed(0)} points`}
      title={`${term.points.toFixed(1)} of ${term.weight.toFixed(1)} points`}
      data-low={term.value < 0.5}
    >
      <span style={{ width: `${term.value * 100}%` }} />
    </span>
    <span>{sentence(term.words)}</span>
  </li>
);

const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const EvidenceList = ({ items }: { items: Evidence[] }) => (
  <ul className="evidence">
    {items.map((item) => (
      <li key={item.what + item.source}>
        <span>
          {item.url === undefined ? (
            item.what
          ) : (
            <a href={item.url} target="_blank" rel="noreferrer">
              {item.what}
            </a>
          )}
        </span>
        <code className="quiet">{item.source}</code>
      </li>
    ))}
  </ul>
);
