/** Traces for OpenTelemetry: spans of runs, steps, tools and effects, with ids and names of ours only, never candidate text.
 * They are no-ops until the operator loads an OpenTelemetry SDK (docs/operations.md): nothing is sent by itself. */
import { type Attributes, SpanStatusCode, trace } from "@opentelemetry/api";
import { asAppError } from "./domain/errors.ts";

const tracer = trace.getTracer("convene");

/** Says more of a span while it lasts. */
export type Tell = (more: Attributes) => void;

/** Runs the work inside a span, which it may tell more of. Errors: those of the work; its span says their code, not their words. */
export const withSpan = async <Result>(
  name: string,
  attributes: Attributes,
  work: (tell: Tell) => Promise<Result>,
): Promise<Result> =>
  await tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work((more) => span.setAttributes(more));
    } catch (thrown) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: asAppError(thrown).code });
      throw thrown;
    } finally {
      span.end();
    }
  });
