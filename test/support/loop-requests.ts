/** Requests for several sessions, small enough to try everything. */
import fc from "fast-check";
import type { LoopRequest, LoopSession } from "../../src/scheduling/loop-types.ts";
import type { SlotRequest } from "../../src/scheduling/types.ts";
import { anyRequest, anyTraining } from "./slot-requests.ts";

const EMAILS = ["ada", "bo", "cy", "di", "eli"].map((name) => `${name}@acme.test`);

const place = fc.record({
  label: fc.constant("pool"),
  key: fc.boolean(),
  choices: fc.subarray(EMAILS, { minLength: 1, maxLength: 4 }),
});

const session = (id: string): fc.Arbitrary<LoopSession> =>
  fc
    .record({
      durationMinutes: fc.constantFrom(20, 30, 45, 60),
      places: fc.array(place, { minLength: 1, maxLength: 2 }),
      format: fc.constantFrom("video" as const, "onsite" as const),
      training: anyTraining,
    })
    .map(({ training, ...fields }) => ({ id, name: id, ...fields, ...(training && { training }) }));

const sessions: fc.Arbitrary<LoopSession[]> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom("free", "in order", "last after first"))
  .chain(([count, order]) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => session(`s${index}`))).map((all) =>
      all.map((each, index): LoopSession => {
        if (order === "in order" && index > 0) return { ...each, after: [`s${index - 1}`] };
        if (order === "last after first" && index === count - 1 && index > 0) {
          return { ...each, after: ["s0"] };
        }
        return each;
      }),
    ),
  );

const rules: fc.Arbitrary<NonNullable<LoopRequest["rules"]>> = fc
  .record({
    mostDays: fc.integer({ min: 1, max: 3 }),
    mostSessionsADay: fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 3 })),
    leastGapMinutes: fc.constantFrom(0, 0, 10, 30),
    mostGapMinutes: fc.constantFrom(30, 90, 240),
    pause: fc.oneof(
      fc.constant(undefined),
      fc.record({
        afterMinutes: fc.constantFrom(45, 90, 120),
        minutes: fc.constantFrom(10, 30),
      }),
    ),
    lunch: fc.oneof(
      fc.constant(undefined),
      fc.record({
        startMinute: fc.constantFrom(600, 690, 720),
        endMinute: fc.constantFrom(780, 840),
        minutes: fc.constantFrom(30, 60),
      }),
    ),
  })
  .map(({ mostSessionsADay, pause, lunch, ...rest }) => ({
    ...rest,
    ...(mostSessionsADay !== undefined && { mostSessionsADay }),
    ...(pause && { pause }),
    ...(lunch && { lunch }),
  }));

const around = ({
  session: _session,
  places: _places,
  training: _training,
  requiredStart: _required,
  ...rest
}: SlotRequest): Omit<SlotRequest, "session" | "places" | "training" | "requiredStart"> => rest;

/** Up to three sessions of up to two places over a day or two on which clocks change. */
export const anyLoop: fc.Arbitrary<LoopRequest> = fc
  .tuple(anyRequest, sessions, rules)
  .map(([request, asked, between]) => ({
    ...around(request),
    horizon: {
      start: request.horizon.start,
      end: request.horizon.start.add({ hours: asked.length === 3 ? 16 : 40 }),
    },
    gridMinutes: 30,
    sessions: asked,
    rules: between,
  }));
