import { type DiffPart, diffWords, foldSame } from "../../../src/domain/text-diff.ts";

export interface DiffTextProps {
  before: string;
  after: string;
  /** Whether what stayed is left out, but for what stands around the changes. */
  isFolded?: boolean;
}

/** A text with what came and what went marked, by colour, line and element. */
export const DiffText = ({ before, after, isFolded = false }: DiffTextProps) => (
  <DiffParts parts={diffWords(before, after)} isFolded={isFolded} />
);

/** The same of what was compared already. */
export const DiffParts = ({
  parts,
  isFolded,
}: {
  parts: readonly DiffPart[];
  isFolded: boolean;
}) => (
  <div className="reading">
    {(isFolded ? foldSame(parts) : parts).map((part, index) => {
      if (part.kind === "added") return <ins key={index}>{part.text}</ins>;
      if (part.kind === "removed") return <del key={index}>{part.text}</del>;
      return <span key={index}>{part.text}</span>;
    })}
  </div>
);
