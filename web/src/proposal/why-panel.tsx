import { Tabs } from "@mantine/core";
import type { Evidence, ScoredItinerary, ScoreTerm } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { useSearchParam } from "../parts/search-param.ts";

interface WhyPanelProps {
  proposal: ProposalDetail;
  itinerary: ScoredItinerary;
  isOther: boolean;
}

/** Why these times, what was read for it, what was left out. */
export const WhyPanel = ({ proposal, itinerary, isOther }: WhyPanelProps) => {
  const isOne = proposal.payload.sessions.length === 1;
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
          <Tabs.Tab value="score">{isOne ? "Why this time" : "Why these times"}</Tabs.Tab>
          <Tabs.Tab value="read">What was read ({read.length})</Tabs.Tab>
          {leftOut.length > 0 && (
            <Tabs.Tab value="left-out">What was left out ({leftOut.length})</Tabs.Tab>
          )}
          <span
            className="why-total num"
            title={`How well ${isOne ? "this time does" : "these times do"} on what matters, all together`}
          >
            {itinerary.score.toFixed(0)} of 100
          </span>
        </Tabs.List>
        <Tabs.Panel value="score" className="why-panel">
          {!isOther && <p className="why-reason">{proposal.reason}</p>}
          <Score itinerary={itinerary} />
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
  compactness: "Few gaps",
  few_days: "Few days",
};

const Score = ({ itinerary }: { itinerary: ScoredItinerary }) => (
  <ul className="score" aria-label={`Score ${itinerary.score.toFixed(0)} of 100`}>
    {itinerary.terms.map((term) => (
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
