/** An OpenTelemetry SDK that keeps what it is given. */
import {
  type Attributes,
  type Exception,
  type Span,
  type SpanStatus,
  type Tracer,
  trace,
} from "@opentelemetry/api";

/** From now on, what an SDK of the operator's would be given: every span with its attributes and events. Whoever begins ends it by
 * `trace.disable()`. */
export const noteSpans = (): { name: string; attributes: Attributes }[] => {
  const spans: { name: string; attributes: Attributes }[] = [];
  const idle = trace.getTracer("idle").startSpan("idle");
  const startSpan: Tracer["startSpan"] = (name, { attributes = {} } = {}) => {
    const noted = { name, attributes: { ...attributes } };
    spans.push(noted);
    const told = (what: string, words: string | undefined): void => {
      noted.attributes[what] = words ?? "";
    };
    const span: Span = Object.create(idle, {
      setAttributes: { value: (more: Attributes) => Object.assign(noted.attributes, more) },
      setStatus: { value: ({ message }: SpanStatus) => told("status", message) },
      recordException: { value: (thrown: Exception) => told("exception", JSON.stringify(thrown)) },
      addEvent: { value: (event: string, more: unknown) => told(event, JSON.stringify(more)) },
    });
    return span;
  };
  const startActiveSpan = (name: string, ...more: unknown[]): unknown => {
    const work = more.at(-1) as (span: Span) => unknown;
    return work(startSpan(name, more.length > 1 ? (more[0] as object) : {}));
  };
  const tracer = { startSpan, startActiveSpan };
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  return spans;
};
