import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Aside } from "../../../src/http/api/aside-schemas.ts";

interface SaidProps {
  tone: "failed" | "waiting";
  id: string;
  title: string;
  all: readonly string[];
  /** What can be done about it. */
  children?: ReactNode;
}

/** What must be known before anything else; nothing when there is nothing. */
export const Said = ({ tone, id, title, all, children }: SaidProps) =>
  all.length > 0 && (
    <section className="note" data-tone={tone} aria-labelledby={id}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <h2 id={id}>{title}</h2>
        <ul>
          {all.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  );

/** What was read for it. `children`: what else is said of how it was made. */
export const MadeFrom = ({
  evidence,
  children,
}: Pick<Aside, "evidence"> & { children: ReactNode }) => (
  <section className="panel alert-text" aria-labelledby="made-from">
    <h2 id="made-from">Made from</h2>
    <ul>
      {evidence
        .filter(({ kind }) => kind === "read")
        .map(({ source, what, url }) => (
          <li key={source}>
            {url === undefined ? (
              what
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {what}
              </a>
            )}
          </li>
        ))}
    </ul>
    {children}
  </section>
);

/** A text as its reader gets it. */
export const Letter = ({
  title,
  text,
  isOpen = false,
}: {
  title: string;
  text: string;
  isOpen?: boolean;
}) => (
  <details className="panel brief-letter" open={isOpen}>
    <summary>{title}</summary>
    <div className="brief-text">{text}</div>
  </details>
);
