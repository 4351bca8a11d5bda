import "../styles/lists.css";
import "../styles/guides.css";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "wouter";
import type { GuideItem } from "../../../src/http/api/guide-schemas.ts";
import { useGuides } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { Badge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { scopeWords, stateWords } from "./guide-words.ts";
import { TryQuestion } from "./try-question.tsx";

/** What the company tells its candidates about their interviews. */
export const GuidesPage = () => {
  const query = useGuides();
  const mayChange = useMayDecide();
  return (
    <Page
      title="Guides"
      lead="What candidates are told about their interviews: the assistant answers from these, and hands on what they do not say."
      aside={
        mayChange && (
          <Button
            component={Link}
            href="/new-guide"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            New guide
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="panel">
              <Empty title="No guide yet">
                <p>
                  Write how to get there, what to bring, whether notes may be used and when
                  candidates hear from you. Until then the assistant hands such questions to a
                  person.
                </p>
              </Empty>
            </div>
          ) : (
            <>
              <ul className="list panel" aria-label="Guides">
                {items.map((guide) => (
                  <GuideRow key={guide.id} guide={guide} />
                ))}
              </ul>
              <TryQuestion draft={null} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const GuideRow = ({ guide }: { guide: GuideItem }) => (
  <li className="list-row guide-row">
    <div className="list-what">
      <Link href={`/guides/${guide.id}`} className="list-link">
        {guide.title}
      </Link>
      <span className="quiet">{scopeWords(guide.scope)}</span>
    </div>
    <Badge tone={guide.state === "on" ? "done" : "waiting"}>{stateWords(guide)}</Badge>
    <span className="quiet small guide-saved">
      {guide.savedBy}, <When iso={guide.savedAt} isRelative />
    </span>
  </li>
);
