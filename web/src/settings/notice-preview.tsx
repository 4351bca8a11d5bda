import { type NoticeItems, type NoticeSpan, blocksOf } from "../../../src/domain/notice.ts";

interface Written {
  text: string;
  items: NoticeItems;
}

/** A text as candidates read it. */
export const NoticePreview = (written: Written) => (
  <div className="notice-preview" role="group" aria-label="As candidates read it">
    {blocksOf(written).map((block, index) =>
      block.kind === "paragraph" ? (
        <p key={index}>
          <Spans spans={block.spans} />
        </p>
      ) : (
        <ul key={index}>
          {block.lines.map((spans, at) => (
            <li key={at}>
              <Spans spans={spans} />
            </li>
          ))}
        </ul>
      ),
    )}
  </div>
);

const Spans = ({ spans }: { spans: NoticeSpan[] }) =>
  spans.map(({ text, isBold }, index) =>
    isBold ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
  );
