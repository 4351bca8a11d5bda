import { Autocomplete, Select } from "@mantine/core";
import { plainWords } from "../../../src/domain/markdown.ts";
import { readMarkdown } from "../../../src/domain/read-markdown.ts";
import type { GuideItem } from "../../../src/http/api/guide-schemas.ts";
import { useGuide, useGuides } from "../api/queries.ts";
import { scopeWords } from "../guides/guide-words.ts";

export interface GuidePlace {
  guideId: string | null;
  /** The heading. */
  title: string;
}

interface GuidePlaceProps {
  /** Of the posting that the candidate has applied for. */
  postingId: string | null;
  place: GuidePlace;
  onChange(place: GuidePlace): void;
}

/** Into which guide an answer goes, and under which heading: one that is there, or a new one. */
export const GuidePlaceFields = ({ postingId, place, onChange }: GuidePlaceProps) => {
  const guides = (useGuides().data?.items ?? []).filter((guide) => isFor(guide, postingId));
  return (
    <div className="asked-place">
      <Select
        label="Guide"
        placeholder={guides.length === 0 ? "There is none yet" : "Choose a guide"}
        data={guides.map((guide) => ({
          value: guide.id,
          label: `${guide.title} · ${scopeWords(guide.scope)}`,
        }))}
        value={place.guideId}
        onChange={(guideId) => onChange({ ...place, guideId })}
        allowDeselect={false}
      />
      <Autocomplete
        label="Heading"
        description="One that is there, or a new one."
        placeholder="Parking"
        data={useHeadings(place.guideId)}
        value={place.title}
        maxLength={200}
        onChange={(title) => onChange({ ...place, title })}
      />
    </div>
  );
};

/** Of those that answer this candidate. */
const isFor = ({ scope, state }: GuideItem, postingId: string | null): boolean =>
  state === "on" && (scope.kind === "company" || scope.postingId === postingId);

/** Headings of a guide, each once. */
const useHeadings = (guideId: string | null): string[] => {
  const { data } = useGuide(guideId);
  const blocks = readMarkdown(data?.text ?? "").blocks ?? [];
  const words = blocks.flatMap((block) =>
    block.kind === "heading" ? [plainWords(block.inner).trim()] : [],
  );
  return [...new Set(words)].filter((heading) => heading !== "");
};
