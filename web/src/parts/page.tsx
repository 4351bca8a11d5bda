import { type ReactNode, useEffect } from "react";

interface PageProps {
  title: string;
  /** One sentence under the title: what this page is for. */
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** A page with its heading, which is also the window's title. */
export const Page = ({ title, lead, aside, children }: PageProps) => {
  useTitle(title);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="quiet">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
};

/** Names the browser's window. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = title === "" ? "Convene" : `${title} · Convene`;
  }, [title]);
};
