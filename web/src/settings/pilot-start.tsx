import { Button, TagsInput } from "@mantine/core";
import { useState } from "react";
import { PILOT_STAGE } from "../../../src/domain/policy-presets.ts";

/** Begins with one stage of a few postings: everything else stays silent. */
export const PilotStart = ({ onStart }: { onStart(postings: string[]): void }) => {
  const [postings, setPostings] = useState<string[]>([]);
  return (
    <div className="pilot-start">
      <TagsInput
        label="Or begin with a pilot: postings"
        description={`Silent everywhere, and assisted at the stage ${PILOT_STAGE} of these.`}
        placeholder={postings.length === 0 ? "Exact name or id" : ""}
        value={postings}
        onChange={setPostings}
      />
      <Button
        variant="default"
        disabled={postings.length === 0}
        onClick={() => {
          onStart(postings);
          setPostings([]);
        }}
      >
        Use the pilot
      </Button>
    </div>
  );
};
