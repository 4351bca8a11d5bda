import type { FieldChange } from "../../../src/domain/field-change.ts";
import type { EditItem } from "../../../src/http/api/edit-routes.ts";
import { useEdits } from "../api/queries.ts";
import { decidedHow } from "./decided-how.ts";
import { DiffParts } from "./diff-text.tsx";
import { When } from "./when.tsx";

interface EditsProps {
  /** Of a proposal. */
  id: string;
  /** Only what was changed of it: without what led to it. */
  isOwn?: boolean;
}

/** Who changed what of a proposal, field by field; nothing where nobody has. */
export const Edits = ({ id, isOwn = false }: EditsProps) => {
  const { data, error } = useEdits(id);
  // Who may not see it is told why.
  if (error) return <p className="quiet small">{error.message}</p>;
  const items = (data?.items ?? []).filter(({ from }) => !isOwn || from === id);
  return items.map((edit) => <OneEdit key={edit.from} edit={edit} />);
};

/** The same as a part of a page, under a heading. */
export const EditsPanel = ({ id }: { id: string }) => {
  const { data, error } = useEdits(id);
  if (!error && (data?.items ?? []).length === 0) return null;
  return (
    <section className="panel edits" aria-labelledby="edits">
      <h2 id="edits">What people changed</h2>
      <Edits id={id} />
    </section>
  );
};

const UNREADABLE: Record<Exclude<EditItem["state"], "readable">, string> = {
  erased: "What was changed is erased: the key of its candidate is destroyed.",
  damaged: "What was changed cannot be read: what is kept is not what was stored.",
};

const OneEdit = ({ edit }: { edit: EditItem }) => (
  <div className="edit">
    <p>
      <span className="strong">{decidedHow(edit)}</span> changed:{" "}
      <span className="quiet small">
        <When iso={edit.at} />
      </span>
    </p>
    {edit.state !== "readable" && <p className="quiet">{UNREADABLE[edit.state]}</p>}
    {edit.state === "readable" && edit.changes.length === 0 && <p className="quiet">nothing</p>}
    {edit.changes.length > 0 && (
      <dl className="edit-changes">
        {edit.changes.map((change, index) => (
          // One field may be changed more than once: two questions, for instance.
          <div key={`${change.field} ${change.of ?? ""} ${index}`}>
            <dt className="small quiet">
              {change.field}
              {change.of !== null && ` (${change.of})`}
            </dt>
            <dd>
              <Change change={change} />
            </dd>
          </div>
        ))}
      </dl>
    )}
  </div>
);

const Change = ({ change: { shape, before, after, parts } }: { change: FieldChange }) => {
  if (shape === "text") return <DiffParts parts={parts} isFolded />;
  const shown = (value: string) => (shape === "instant" ? <When iso={value} /> : value);
  return (
    <div className="reading">
      {before === null ? (
        <span className="quiet">none</span>
      ) : (
        <del>
          <span className="sr-only">Was: </span>
          {shown(before)}
        </del>
      )}{" "}
      <span aria-hidden>→</span>{" "}
      {after === null ? (
        <span className="quiet">none</span>
      ) : (
        <ins>
          <span className="sr-only">Now: </span>
          {shown(after)}
        </ins>
      )}
    </div>
  );
};
