import "../styles/guides.css";
import { Select } from "@mantine/core";
import { useState } from "react";
import type { GuideDetail } from "../../../src/http/api/guide-schemas.ts";
import { useGuide, usePostings } from "../api/queries.ts";
import { Badge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";
import { Loaded, Loading } from "../parts/states.tsx";
import { GuideEditor } from "./guide-editor.tsx";
import { GuideVersions } from "./guide-versions.tsx";
import { scopeWords, stateWords } from "./guide-words.ts";

/** One guide: what it says, what a question would find, what it was before. `id` null: a new one. */
export const GuidePage = ({ id }: { id: string | null }) =>
  id === null ? <NewGuide /> : <SavedGuide id={id} />;

/** What most candidates ask. */
const FIRST_TEXT = `## Getting here

### From the airport

### Parking and bicycles

### Step-free access

### If you are late

## Interviews by video

### If your connection fails

### Recording

## What to bring

## What to wear

## Your own notes and AI tools

## Looking things up during a task

## Adjustments for a disability

## Breaks, food and drink

## Travel costs

### Hotel

## Whom you meet

## The team and the hiring manager

## Working remotely, and relocation

## Language

## The steps

## After the interviews

## Your data
`;

const EVERYBODY = "";

const NewGuide = () => {
  const [postingId, choose] = useState(EVERYBODY);
  return (
    <Page
      title="New guide"
      lead="One heading, one question: what stands under a heading is what a candidate is shown."
    >
      <ForWhom value={postingId} onChange={choose} />
      <GuideEditor
        guide={null}
        start={{ title: "", text: FIRST_TEXT }}
        postingId={postingId === EVERYBODY ? null : postingId}
      />
    </Page>
  );
};

const ForWhom = ({ value, onChange }: { value: string; onChange(value: string): void }) => {
  const postings = usePostings().data?.items ?? [];
  return (
    <Select
      className="guide-scope"
      label="For whom"
      description="A posting’s guide is read before what is for everybody, by its candidates alone."
      data={[
        { value: EVERYBODY, label: "Everybody" },
        ...postings.map(({ id, title, location }) => ({
          value: id,
          label: location === null ? title : `${title} · ${location}`,
        })),
      ]}
      value={value}
      onChange={(chosen) => onChange(chosen ?? EVERYBODY)}
      allowDeselect={false}
      searchable
    />
  );
};

const SavedGuide = ({ id }: { id: string }) => (
  <Loaded query={useGuide(id)} loading={<Loading rows={6} />} page="Guide">
    {(guide) => (
      <Page title={guide.title} lead={<Lead guide={guide} />} aside={<State guide={guide} />}>
        <GuideEditor
          guide={guide}
          start={guide}
          postingId={guide.scope.kind === "posting" ? guide.scope.postingId : null}
        />
        <GuideVersions guide={guide} />
      </Page>
    )}
  </Loaded>
);

const State = ({ guide }: { guide: GuideDetail }) => (
  <Badge tone={guide.state === "on" ? "done" : "waiting"}>{stateWords(guide)}</Badge>
);

const Lead = ({ guide }: { guide: GuideDetail }) =>
  guide.state === "off"
    ? `${scopeWords(guide.scope)}. Turned off: nobody is answered from it until it is turned on.`
    : `${scopeWords(guide.scope)}. What stands under a heading is what a candidate is shown.`;
