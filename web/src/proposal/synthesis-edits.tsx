import type { SynthesisDetail } from "../../../src/http/api/aside-schemas.ts";

const PARTS: Record<SynthesisDetail["edits"][number]["part"], string> = {
  question: "Question",
  quote: "Quote",
  remark: "Remark",
};

/** What people have changed since it was made: what stood there, and what stands there now; nothing when nobody has. */
export const SynthesisEdits = ({ proposal: { edits, payload } }: { proposal: SynthesisDetail }) =>
  edits.length > 0 && (
    <section className="panel synthesis-part" aria-labelledby="edits">
      <h2 id="edits">Changed by {payload.edited?.by.join(", ")}</h2>
      <ul className="synthesis-quotes">
        {edits.map(({ part, before, after }) => (
          <li key={`${before ?? ""} ${after ?? ""}`}>
            <p className="quiet small">
              {PARTS[part]}
              {after === null && ", left out"}
              {before === null && part === "question" && ", new"}
            </p>
            <div className="reading">
              {before !== null && (
                <p>
                  <del>{before}</del>
                </p>
              )}
              {after !== null && (
                <p>
                  <ins>{after}</ins>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
