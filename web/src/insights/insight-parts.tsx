/** What both pages of insights are made of. */
import type { ReactNode } from "react";

interface SectionProps {
  title: string;
  /** What its figures count. */
  what: string;
  /** Shown when it is asked for. */
  isFolded?: boolean;
  isWide?: boolean;
  children: ReactNode;
}

/** One thing that is told, with what it counts. */
export const Section = ({
  title,
  what,
  isFolded = false,
  isWide = false,
  children,
}: SectionProps) => (
  <section className="panel insight" data-wide={isWide} aria-label={title}>
    <h2>{title}</h2>
    {isFolded ? (
      <details className="insight-about">
        <summary>
          What this counts<span className="sr-only">: {title}</span>
        </summary>
        <p className="quiet">{what}</p>
      </details>
    ) : (
      <p className="quiet">{what}</p>
    )}
    {children}
  </section>
);

/** One figure under its name. */
export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd className="num">{children}</dd>
  </div>
);

/** In the place of a figure of which there is too little. */
export const Lacking = ({ children }: { children?: ReactNode }) => (
  <span className="insight-lacking">Not enough yet{children}</span>
);
