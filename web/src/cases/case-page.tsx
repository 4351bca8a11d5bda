import "../styles/lists.css";
import "../styles/case.css";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconArrowLeft, IconExternalLink } from "@tabler/icons-react";
import { Suspense, lazy, useState } from "react";
import { Link } from "wouter";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useCase } from "../api/queries.ts";
import { useIsAdmin, useMayDecide } from "../api/session.ts";
import { StatusBadge, StepMark } from "../parts/badge.tsx";
import { Copy } from "../parts/copy.tsx";
import { Edits } from "../parts/edits.tsx";
import { FilterChips } from "../parts/filter-chips.tsx";
import { useTitle } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, Loading } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { AnswerList } from "./answer-list.tsx";
import { AttendancePanel } from "./attendance-panel.tsx";
import { BriefsPanel } from "./briefs-panel.tsx";
import { CandidateData } from "./candidate-data.tsx";
import { CandidateLink, hasLink } from "./candidate-link.tsx";
import { FeedbackPanel } from "../feedback/feedback-panel.tsx";
import { SynthesisPanel } from "./synthesis-panel.tsx";
import { OptOutButton } from "./opt-out-button.tsx";
import { QuestionsPanel } from "./questions-panel.tsx";
import { DebriefPanel } from "./debrief-panel.tsx";
import { StageRulePanel } from "./stage-rule-panel.tsx";
import { SearchPanel } from "./search-panel.tsx";
import { type Moment, type MomentKind, momentsOf } from "./timeline.ts";

const RunTrace = lazy(async () => ({ default: (await import("../runs/run-trace.tsx")).RunTrace }));

const KINDS: { value: MomentKind; label: string }[] = [
  { value: "event", label: "Events" },
  { value: "run", label: "Runs" },
  { value: "decision", label: "Decisions" },
  { value: "step", label: "Steps done" },
];

const MODES = {
  silent: "Silent: observes only",
  assisted: "Assisted: asks first",
  managed: "Managed: acts by itself",
};

/** One case: where it stands, what comes next, all that happened. */
export const CasePage = ({ id }: { id: string }) => {
  const query = useCase(id);
  return (
    <div className="page">
      <Loaded query={query} loading={<Loading rows={5} height={56} />}>
        {(case_) => <CaseView case_={case_} />}
      </Loaded>
    </div>
  );
};

const CaseView = ({ case_ }: { case_: CaseDetail }) => {
  useTitle(case_.candidateName);
  const mayDecide = useMayDecide();
  const isAdmin = useIsAdmin();
  const allWaiting = case_.proposals.filter(({ status }) => status === "waiting");
  // A note with questions is the least urgent of what waits.
  const waiting = allWaiting.find(({ kind }) => kind !== "note_questions") ?? allWaiting[0];
  return (
    <>
      <header className="case-head">
        <div className="proposal-trail small">
          <Link href="/cases" className="trail-link">
            <IconArrowLeft size={14} aria-hidden /> Cases
          </Link>
        </div>
        <div className="case-title">
          <h1>
            {case_.candidateName}
            <span className="case-role">{case_.postingTitle}</span>
          </h1>
          <div className="buttons">
            {case_.leverUrl !== null && (
              <Button
                component="a"
                href={case_.leverUrl}
                target="_blank"
                rel="noreferrer"
                variant="default"
                rightSection={<IconExternalLink size={14} aria-hidden />}
              >
                Open in Lever
              </Button>
            )}
            {case_.status !== "closed" && (
              <OptOutButton caseId={case_.id} isLeft={case_.leftToPeople !== null} />
            )}
            {waiting && (
              <Button component={Link} href={`/proposals/${waiting.id}`}>
                {waiting.notYours === null ? "Decide now" : "Open what waits"}
              </Button>
            )}
          </div>
        </div>
      </header>
      {case_.search && <SearchPanel case_={case_} search={case_.search} />}
      <Problems case_={case_} />
      <div className="panel case-facts">
        <Fact name="Status">
          <StatusBadge status={case_.status} />
        </Fact>
        <Fact name="Stage">{case_.stageName}</Fact>
        <Fact name="Mode">{case_.leftToPeople ?? MODES[case_.mode]}</Fact>
        <Fact name="Open since">
          <When iso={case_.createdAt} />
        </Fact>
        <Fact name="Next" isWide>
          {case_.nextStep}
        </Fact>
        <Fact name="Case">
          <Copy value={case_.id} what="id of the case" short={`${case_.id.slice(0, 13)}…`} />
        </Fact>
        <Fact name="Record">
          <Link href={`/ledger?case=${case_.id}`}>Ledger of this case</Link>
        </Fact>
        {mayDecide && hasLink(case_) && (
          <Fact name="Candidate’s page">
            <CandidateLink case_={case_} />
          </Fact>
        )}
        {isAdmin && (
          <Fact name="Candidate’s data" isWide>
            <CandidateData case_={case_} />
          </Fact>
        )}
      </div>
      {case_.attendance.length > 0 && <AttendancePanel case_={case_} />}
      {case_.briefs.length > 0 && <BriefsPanel case_={case_} />}
      <QuestionsPanel case_={case_} />
      <FeedbackPanel case_={case_} />
      <SynthesisPanel case_={case_} />
      {case_.stageRule && <StageRulePanel case_={case_} rule={case_.stageRule} />}
      {case_.debrief && <DebriefPanel case_={case_} rule={case_.debrief} />}
      <AnswerList answers={case_.answers} />
      <Timeline case_={case_} />
    </>
  );
};

/** Each thing that is wrong; why nothing fits stands in its own panel. */
const Problems = ({ case_: { problems, search, nextStep } }: { case_: CaseDetail }) => {
  const shown = problems.filter(({ isOfBooking }) => !isOfBooking || search === null);
  if (shown.length === 0) return null;
  return (
    <div className="note" data-tone="failed">
      <IconAlertTriangle size={18} aria-hidden />
      <div className="case-problems">
        {shown.map(({ message }) => (
          <p key={message}>
            <strong>{message}</strong>
          </p>
        ))}
        {search === null && <p>{nextStep}</p>}
      </div>
    </div>
  );
};

const Fact = ({
  name,
  isWide = false,
  children,
}: {
  name: string;
  isWide?: boolean;
  children: React.ReactNode;
}) => (
  <div className="fact" data-wide={isWide}>
    <span className="quiet small">{name}</span>
    <div>{children}</div>
  </div>
);

const Timeline = ({ case_ }: { case_: CaseDetail }) => {
  const [show] = useSearchParam("show");
  const all = momentsOf(case_);
  const shown = show === null ? all : all.filter(({ kind }) => kind === show);
  return (
    <section aria-labelledby="timeline" className="timeline-section">
      <div className="case-title">
        <h2 id="timeline">What happened</h2>
        <FilterChips
          param="show"
          label="Show"
          options={KINDS.map((kind) => ({
            ...kind,
            count: all.filter((moment) => moment.kind === kind.value).length,
          }))}
        />
      </div>
      {shown.length === 0 ? (
        <div className="panel">
          <Empty title="Nothing of this kind yet" />
        </div>
      ) : (
        <ol className="timeline">
          {shown.map((moment) => (
            <MomentRow key={moment.id} moment={moment} />
          ))}
        </ol>
      )}
    </section>
  );
};

const MomentRow = ({ moment }: { moment: Moment }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="moment">
      <StepMark status={moment.status} />
      <div className="moment-what">
        <p>
          {moment.href === null ? (
            <span className="strong">{moment.title}</span>
          ) : (
            <Link href={moment.href} className="strong">
              {moment.title}
            </Link>
          )}{" "}
          <span className="quiet small">{KIND_WORDS[moment.kind]}</span>
        </p>
        {moment.words !== null && (
          <p className={moment.isFault ? "list-problem" : "quiet"}>{moment.words}</p>
        )}
        {moment.editedId !== null && <Edits id={moment.editedId} isOwn />}
        {moment.links.length > 0 && (
          <p className="small moment-links">
            {moment.links.map(({ href, words }) => (
              <a key={href} href={href} target="_blank" rel="noreferrer">
                {words}
                <span className="sr-only"> (new tab)</span>
              </a>
            ))}
          </p>
        )}
        {moment.runId !== null && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              mt={4}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? "Hide the steps" : "Show the steps"}
            </Button>
            {isOpen && (
              <Suspense fallback={<Loading rows={4} height={24} />}>
                <RunTrace id={moment.runId} />
              </Suspense>
            )}
          </>
        )}
      </div>
      <span className="quiet small moment-time">
        <When iso={moment.at} />
      </span>
    </li>
  );
};

const KIND_WORDS: Record<MomentKind, string> = {
  event: "event",
  run: "run",
  decision: "decision",
  step: "step",
};
