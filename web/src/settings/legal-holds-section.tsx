import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { LegalHoldList } from "../../../src/http/api/legal-hold-routes.ts";
import { useEndLegalHold, useLegalHolds, useSetLegalHold } from "../api/law.ts";
import { usePostings } from "../api/queries.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";

type Hold = LegalHoldList["items"][number];

/** What is kept whoever asks for its erasure. For admins. */
export const LegalHoldsSection = () => {
  const query = useLegalHolds();
  return (
    <section className="panel setting-block" aria-labelledby="legal-holds">
      <div>
        <h2 id="legal-holds">Legal holds</h2>
        <p className="quiet">
          What is held is not erased: by nobody’s hand, not by age, and not because Lever deletes
          it. What is asked for meanwhile waits, and is done once the hold ends. A candidate is held
          on their case.
        </p>
      </div>
      <Loaded query={query} loading={<Loading rows={1} height={24} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">Nothing is held.</p>
          ) : (
            <ul className="opt-outs" aria-label="What is held">
              {items.map((hold) => (
                <HoldRow key={hold.id} hold={hold} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Add />
    </section>
  );
};

const WHAT: Record<Hold["of"], string> = {
  candidate: "Candidate",
  posting: "Posting",
  requisition: "Requisition",
};

const HoldRow = ({
  hold: { id, of, subject, reference, setBy, setAt, waiting },
}: {
  hold: Hold;
}) => {
  const end = useEndLegalHold();
  const postings = usePostings().data?.items ?? [];
  const name = postings.find((posting) => of === "posting" && posting.id === subject)?.title;
  return (
    <li className="personal">
      <span>
        <strong>{reference}</strong>{" "}
        <span className="quiet">
          {WHAT[of]} {name ?? subject}
          {waiting > 0 && `; ${waiting === 1 ? "one erasure waits" : `${waiting} erasures wait`}`}
        </span>
        <span className="quiet small">
          {" "}
          (set by {setBy}, <When iso={setAt} isRelative />)
        </span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={end.isPending}
        onClick={() =>
          end.mutate(id, {
            onSuccess: () => tellDone(`The hold ${reference} has ended.`),
            onError: tellProblem,
          })
        }
      >
        End<span className="sr-only"> the hold {reference}</span>
      </Button>
    </li>
  );
};

const Add = () => {
  const set = useSetLegalHold();
  const postings = usePostings().data?.items ?? [];
  const [of, setOf] = useState<"posting" | "requisition">("posting");
  const [subject, setSubject] = useState("");
  const [reference, setReference] = useState("");
  const onSet = (): void => {
    const said =
      of === "posting"
        ? ({ of, postingId: subject, reference } as const)
        : ({ of, requisition: subject, reference } as const);
    set.mutate(said, {
      onSuccess: () => {
        setSubject("");
        setReference("");
        tellDone("It is held from now on.");
      },
      onError: tellProblem,
    });
  };
  return (
    <div className="pilot-start">
      <Select
        label="Hold"
        data={[
          { value: "posting", label: "A posting" },
          { value: "requisition", label: "A requisition" },
        ]}
        value={of}
        allowDeselect={false}
        onChange={(value) => {
          setOf(value === "requisition" ? value : "posting");
          setSubject("");
        }}
      />
      {of === "posting" ? (
        <Select
          label="Posting"
          placeholder="Title"
          searchable
          data={postings.map(({ id, title }) => ({ value: id, label: title }))}
          value={subject === "" ? null : subject}
          onChange={(value) => setSubject(value ?? "")}
        />
      ) : (
        <TextInput
          label="Code of the requisition"
          maxLength={200}
          value={subject}
          onChange={({ currentTarget: { value } }) => setSubject(value)}
        />
      )}
      <TextInput
        label="Number of the matter"
        placeholder="LIT-4"
        maxLength={40}
        value={reference}
        onChange={({ currentTarget: { value } }) => setReference(value)}
      />
      <Button
        variant="default"
        disabled={subject.trim() === "" || reference.trim() === ""}
        loading={set.isPending}
        onClick={onSet}
      >
        Hold
      </Button>
    </div>
  );
};
