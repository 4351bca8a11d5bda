import { describe, expect, test } from "vitest";
import { type Crew, createCrew } from "../../../src/worker/crew.ts";

const crewOfThree = (): { crew: Crew; woken: string[] } => {
  const woken: string[] = [];
  const crew = createCrew((workerId) => woken.push(workerId));
  for (const name of ["a", "b", "c"]) crew.add(name);
  return { crew, woken };
};

describe("A crew", () => {
  test("wakes one for a notice, and the next when that one has found a job", () => {
    const { crew, woken } = crewOfThree();
    crew.wakeOne();
    expect(woken).toEqual(["a"]);
    crew.begins("a");
    expect(woken).toEqual(["a", "b"]);
    crew.begins("b");
    crew.begins("c");
    expect(woken).toEqual(["a", "b", "c"]);
  });

  test("wakes nobody who works, and has whoever ends look again", () => {
    const { crew, woken } = crewOfThree();
    for (const name of ["a", "b", "c"]) crew.begins(name);
    woken.length = 0;
    crew.wakeOne();
    expect(woken).toEqual([]);
    crew.ends("b");
    expect(woken).toEqual(["b"]);
    crew.wakeOne();
    expect(woken).toEqual(["b", "b"]);
  });

  test("wakes another one each time, for the first may hang in its look", () => {
    const { crew, woken } = crewOfThree();
    for (const _ of [1, 2, 3, 4]) crew.wakeOne();
    expect(woken).toEqual(["a", "b", "c", "a"]);
    crew.begins("b");
    woken.length = 0;
    for (const _ of [1, 2, 3]) crew.wakeOne();
    expect(woken).toEqual(["a", "c", "a"]);
  });
});
