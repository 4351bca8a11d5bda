/** Traces for OpenTelemetry: spans of runs, steps, tools and effects, with ids and names of ours only, never candidate text.
 * They are no-ops until the operator loads an OpenTelemetry SDK (docs/operations.md): nothing is sent by itself. */
import { type Attributes, SpanStatusCode, trace } from "@opentelemetry/api";
import { asAppError } from "./domain/errors.ts";

const tracer = trace.getTracer("convene");

/** Runs the work inside a span. Errors: those of the work; its span says their code, not their words. */
export const withSpan = async <Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> =>
  await tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (thrown) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: asAppError(thrown).code });
      throw thrown;
    } finally {
      span.end();
    }
  });
