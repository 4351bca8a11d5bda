import { Fragment, memo } from "react";
import type { Block, Inline } from "../../../src/domain/markdown.ts";
import { Empty } from "../parts/states.tsx";

interface MarkdownViewProps {
  /** Null: it never could be read. */
  blocks: readonly Block[] | null;
  /** Whether it is of an earlier text, while the present one cannot be read. */
  isOld: boolean;
}

/** A guide as it reads. Every element is made here, from a closed list: nothing that somebody wrote becomes markup. */
export const MarkdownView = memo(({ blocks, isOld }: MarkdownViewProps) => (
  <>
    {isOld && (
      <p className="plan-waits" role="status">
        The preview goes on when the faults of the text are mended.
      </p>
    )}
    {blocks?.length === 0 && !isOld && (
      <Empty title="Nothing yet">
        <p>What you write is shown here as it reads.</p>
      </Empty>
    )}
    {blocks !== null && blocks.length > 0 && (
      <div className="guide-view">
        <Blocks blocks={blocks} />
      </div>
    )}
  </>
));

const Blocks = ({ blocks }: { blocks: readonly Block[] }) =>
  blocks.map((block, index) => <OneBlock key={index} block={block} />);

/** The page has its own first heading. */
const HEADINGS = ["h2", "h2", "h3", "h4", "h5", "h6"] as const;

const OneBlock = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case "heading": {
      const Heading = HEADINGS[block.depth - 1] ?? "h6";
      return (
        <Heading>
          <Words inner={block.inner} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Words inner={block.inner} />
        </p>
      );
    case "list":
      return block.first === null ? (
        <ul>
          <Items items={block.items} />
        </ul>
      ) : (
        <ol start={block.first}>
          <Items items={block.items} />
        </ol>
      );
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.inner} />
        </blockquote>
      );
    case "code":
      return <pre>{block.text}</pre>;
    case "rule":
      return <hr />;
  }
};

const Items = ({ items }: { items: readonly Block[][] }) =>
  items.map((blocks, index) => (
    <li key={index}>
      <Blocks blocks={blocks} />
    </li>
  ));

const Words = ({ inner }: { inner: readonly Inline[] }) =>
  inner.map((part, index) => (
    <Fragment key={index}>
      <OneInline part={part} />
    </Fragment>
  ));

const OneInline = ({ part }: { part: Inline }) => {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return <code>{part.text}</code>;
    case "break":
      return <br />;
    case "strong":
      return (
        <strong>
          <Words inner={part.inner} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Words inner={part.inner} />
        </em>
      );
    case "link":
      return (
        <a href={part.url} target="_blank" rel="noreferrer noopener">
          <Words inner={part.inner} />
        </a>
      );
  }
};
