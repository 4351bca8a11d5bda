import "../styles/lists.css";
import "../styles/today.css";
import { Button, NativeSelect, Switch } from "@mantine/core";
import { Link } from "wouter";
import type { DayAnswer, DayItem } from "../../../src/http/api/today-schemas.ts";
import {
  useDebrief,
  useInvitation,
  useSetDigest,
  useStageRule,
  useSynthesis,
} from "../api/changes.ts";
import { DueNotes } from "../compliance/due-notes.tsx";
import { useToday } from "../api/queries.ts";
import { useMayDecide, useSession } from "../api/session.ts";
import { isolated } from "../parts/isolated.ts";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { dayInWords } from "../parts/time.ts";
import { When } from "../parts/when.tsx";

const EVERYBODY = "all";

/** A recruiter's day: what the daily digest tells, as it is now. */
export const TodayPage = () => {
  const [asked, setAsked] = useSearchParam("person");
  const { data: session } = useSession();
  const all = useToday(null);
  // Whoever is signed in under the name of a recruiter is one.
  const self = all.data?.recruiters.find(({ name }) => name === session?.name)?.id;
  const person = asked === EVERYBODY ? null : (asked ?? self ?? null);
  const query = useToday(person);
  return (
    <Page
      title="Today"
      lead="What is waiting for you, what needs a look, who may not turn up, whose feedback is overdue, and what was done in the last 24 hours."
    >
      <DueNotes />
      <Loaded query={query}>
        {(day) => (
          <>
            <div className="today-head">
              <NativeSelect
                label="Whose cases"
                value={person ?? EVERYBODY}
                data={[
                  { value: EVERYBODY, label: "Everybody’s" },
                  ...withPerson(day).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={({ currentTarget: { value } }) => setAsked(value)}
              />
              {day.person !== null && day.digest !== null && (
                <Digest person={day.person} digest={day.digest} />
              )}
            </div>
            <Parts day={day} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

/** Whoever is asked for stands among them, also without a case of late. */
const withPerson = ({ recruiters, person }: DayAnswer): DayAnswer["recruiters"] =>
  person === null || recruiters.some(({ id }) => id === person.id)
    ? recruiters
    : [...recruiters, person];

const Digest = ({
  person,
  digest,
}: {
  person: NonNullable<DayAnswer["person"]>;
  digest: NonNullable<DayAnswer["digest"]>;
}) => {
  const mayDecide = useMayDecide();
  const change = useSetDigest();
  if (digest.isOffForAll) {
    return <p className="quiet small">Convene is set up to send no daily digest to anybody.</p>;
  }
  return (
    <Switch
      label={`Send this to ${isolated(person.name)} each working morning`}
      description={
        digest.lastDay === null ? "None was due so far" : `Last due ${dayInWords(digest.lastDay)}`
      }
      checked={digest.isOn}
      disabled={!mayDecide || change.isPending}
      onChange={({ currentTarget: { checked } }) =>
        change.mutate(
          { id: person.id, isOn: checked },
          {
            onSuccess: () =>
              tellDone(
                checked
                  ? `${person.name} gets the digest from the next morning on.`
                  : `${person.name} gets no digest any more.`,
              ),
            onError: tellProblem,
          },
        )
      }
    />
  );
};

const PARTS = [
  ["waits", "Waiting for a decision or an answer"],
  ["failed", "Needs a look"],
  ["risks", "May not turn up"],
  ["owes", "Overdue feedback"],
  ["done", "Done in the last 24 hours"],
] as const;

const Parts = ({ day }: { day: DayAnswer }) => {
  const filled = PARTS.filter(([part]) => day.parts[part].length > 0);
  if (filled.length === 0) {
    return (
      <div className="panel">
        <Empty title="All clear">
          <p>
            Nothing is waiting, and nothing was done since <When iso={day.since} />. Whatever comes
            up will be here.
          </p>
        </Empty>
      </div>
    );
  }
  return filled.map(([part, title]) => (
    <section key={part} className="today-part" aria-label={title}>
      <h2>
        {title} <span className="quiet num">{day.parts[part].length}</span>
      </h2>
      <ul className="list panel">
        {day.parts[part].map((item, index) => (
          <Row key={`${item.caseId} ${index}`} item={item} />
        ))}
      </ul>
    </section>
  ));
};

const Row = ({ item: { caseId, subject, what, path, again } }: { item: DayItem }) => {
  const mayDecide = useMayDecide();
  return (
    <li className="list-row today-row">
      <Link href={path} className="list-link">
        {subject}
      </Link>
      <span className="quiet">{what}</span>
      {again !== undefined && mayDecide && (
        <ProposeAgain caseId={caseId} subject={subject} kind={again} />
      )}
    </li>
  );
};

interface AgainProps {
  caseId: string;
  subject: string;
  kind: NonNullable<DayItem["again"]>;
}

const ProposeAgain = ({ caseId, subject, kind }: AgainProps) => {
  const changes = {
    post_synthesis: useSynthesis(caseId),
    move_stage: useStageRule(caseId),
    book_debrief: useDebrief(caseId),
    invite_again: useInvitation(caseId),
  };
  const change = changes[kind];
  const ask = (): void =>
    change.mutate(undefined, {
      onSuccess: () =>
        tellDone(
          kind === "book_debrief"
            ? "A time for the debrief is being looked for."
            : "It is being made. It waits for you in the inbox then.",
        ),
      onError: tellProblem,
    });
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={change.isPending || change.isSuccess}
      onClick={ask}
    >
      Propose again<span className="sr-only">: {subject}</span>
    </Button>
  );
};
