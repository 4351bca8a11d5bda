import { diffWords } from "./text-diff.ts";

/** A template with what came and what went marked, by colour, line and element. */
export const DiffText = ({ before, after }: { before: string; after: string }) => (
  <div className="reading">
    {diffWords(before, after).map((part, index) => {
      if (part.kind === "added") return <ins key={index}>{part.text}</ins>;
      if (part.kind === "removed") return <del key={index}>{part.text}</del>;
      return <span key={index}>{part.text}</span>;
    })}
  </div>
);
