import "../styles/lists.css";
import "../styles/people.css";
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLink, IconSearch } from "@tabler/icons-react";
import type { PersonItem } from "../../../src/http/api/people-schemas.ts";
import { useEndLinks, useMakeLink } from "../api/changes.ts";
import { usePeople } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { isolated } from "../parts/isolated.ts";
import { Copy } from "../parts/copy.tsx";
import { Initials } from "../parts/initials.tsx";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, ProblemNote } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { settingsInWords } from "./settings-words.ts";

const PATIENCE_MS = 250;

/** Who interviews: what they have set for themselves, how much they do, and the link to their own page. */
export const PeoplePage = () => {
  const [search, setSearch] = useSearchParam("search");
  const [asked] = useDebouncedValue(search?.trim() ?? "", PATIENCE_MS);
  const query = usePeople(asked);
  return (
    <Page
      title="People"
      lead="Who interviews, what they have set for themselves, and how much they do. Each has a page of their own, which their link opens."
    >
      <TextInput
        type="search"
        label="Find anybody in Lever"
        placeholder="Name or e-mail address"
        leftSection={<IconSearch size={16} aria-hidden />}
        maw={360}
        maxLength={100}
        value={search ?? ""}
        onChange={(event) => setSearch(event.currentTarget.value || null)}
      />
      <Loaded query={query}>
        {({ items, hasMore }) =>
          items.length === 0 ? (
            <div className="panel">
              <Empty title={asked === "" ? "Nobody yet" : "Nobody like this"}>
                <p>
                  {asked === ""
                    ? "People of the interview plans are shown here, and whoever has interviews."
                    : "Only active users of Lever are found."}
                </p>
              </Empty>
            </div>
          ) : (
            <>
              <ul className="list panel" aria-label="People">
                {items.map((person) => (
                  <PersonRow key={person.id} person={person} />
                ))}
              </ul>
              {hasMore && <p className="quiet">There are more: say more of the name.</p>}
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const PersonRow = ({ person }: { person: PersonItem }) => {
  const settings = settingsInWords(person.preferences);
  return (
    <li className="list-row person-row">
      <Initials name={person.name} />
      <div className="list-what">
        <span className="strong">{person.name}</span>
        <span className="quiet small">{person.email}</span>
        {person.pools.length > 0 && (
          <span className="quiet small">In {person.pools.join(", ")}</span>
        )}
      </div>
      {settings.length === 0 ? (
        <p className="quiet">As the calendar and the plan say</p>
      ) : (
        <ul className="person-settings">
          {settings.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <LoadCells load={person.load} />
      <PersonLink person={person} />
    </li>
  );
};

const LoadCells = ({ load }: { load: PersonItem["load"] }) => (
  <dl className="person-load num">
    <div>
      <dt>Four weeks before</dt>
      <dd>{load.before}</dd>
    </div>
    <div>
      <dt>This week</dt>
      <dd>{load.thisWeek}</dd>
    </div>
    <div>
      <dt>Next week</dt>
      <dd>{load.nextWeek}</dd>
    </div>
  </dl>
);

const PersonLink = ({ person }: { person: PersonItem }) => {
  const mayDecide = useMayDecide();
  const make = useMakeLink();
  const end = useEndLinks();
  if (!mayDecide) return null;
  return (
    <div className="person-link">
      {make.data === undefined ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLink size={14} aria-hidden />}
          loading={make.isPending}
          aria-label={`Link for ${isolated(person.name)}`}
          onClick={() => make.mutate(person.id)}
        >
          Link
        </Button>
      ) : (
        <div className="person-made" role="status">
          <Copy value={make.data.url} what={`link for ${person.name},`} short="Copy link" />
          <span className="quiet small">
            For {person.name} alone, until <When iso={make.data.until} />
          </span>
          <Button
            size="compact-xs"
            variant="default"
            loading={end.isPending}
            onClick={() =>
              end.mutate(person.id, {
                onSuccess: () => {
                  make.reset();
                  tellDone(`No link of ${person.name} opens anything any more.`);
                },
                onError: tellProblem,
              })
            }
          >
            End all links
            <span className="sr-only"> of {person.name}</span>
          </Button>
        </div>
      )}
      {make.error && <ProblemNote error={make.error} />}
    </div>
  );
};
