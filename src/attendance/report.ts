/** What was found of a history and of a model, in lines for people. */
import type { Share } from "./metrics.ts";
import type { AttendanceModel, ForwardReport } from "./model.ts";
import type { HistoryReading, RowFault } from "./read-history.ts";
import { LEAST_MISSED, LEAST_ROWS } from "./train.ts";

/** Nobody reads more of them at a time; programs get them all. */
const MOST_FAULTS = 20;

/** The whole report. */
export const reportLines = (reading: HistoryReading, model: AttendanceModel): string[] => [
  ...historyLines(reading),
  "",
  ...(model.card.learntFrom.interviews === 0
    ? [
        `There is too little to learn from: ${LEAST_ROWS} usable rows with ${LEAST_MISSED} missed interviews are needed, and there are ${reading.counts.used} with ${reading.counts.missed}. The model is the prior as it is (${model.card.prior}).`,
      ]
    : modelLines(model)),
];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** One fault: where, what was found, what is expected. */
export const faultLine = ({ line, column, found, expected }: RowFault): string =>
  `line ${line}${column === "" ? "" : `, ${column}`}: ${found}; expected: ${expected}`;

const historyLines = ({ counts, faults, notes }: HistoryReading): string[] => {
  const more = faults.length - MOST_FAULTS;
  return [
    `Rows: ${counts.rows}. Used: ${counts.used}, of which ${counts.missed} missed. Not counted by the map: ${counts.notCounted}. Left out: ${counts.leftOut}.`,
    ...faults.slice(0, MOST_FAULTS).map((fault) => `  ${faultLine(fault)}`),
    ...(more > 0 ? [`  and ${more} more; --json has them all`] : []),
    ...notes,
  ];
};

const day = (moment: string | null): string => moment?.slice(0, 10) ?? "";

const modelLines = ({ card, version }: AttendanceModel): string[] => [
  `Model ${version.slice(0, 12)}: ${card.learntFrom.interviews} interviews, ${day(card.learntFrom.from)} to ${day(card.learntFrom.to)}; prior ${card.prior}, which still makes up ${percent(card.priorWeight)} of it.`,
  `Facts are to be those of ${card.horizonHours} hours before the start, or of the booking if that was later.`,
  ...forwardLines(card.forward),
];

const figure = (value: number | null): string => value?.toFixed(3) ?? "cannot be told";

const forwardLines = (forward: ForwardReport): string[] => [
  `Forward in time, ${forward.folds.length} times from all that came before: ${forward.predicted} predicted, ${forward.missed} missed.`,
  `  AUC       ${figure(forward.auc)}   0.5 is chance, 1 is perfect`,
  `  Brier     ${figure(forward.brier)}   ${figure(forward.plainBrier)} when the same share is told of all; less is better`,
  `  log loss  ${figure(forward.logLoss)}`,
  "Calibration, by tenths of the risk:",
  "     told     seen   between             of",
  ...forward.calibration.map(({ told, seen }) => binLine(told, seen)),
];

const binLine = (told: number, seen: Share): string =>
  [
    percent(told).padStart(9),
    percent(seen.share).padStart(8),
    `${percent(seen.low)} and ${percent(seen.high)}`.padStart(20),
    `${seen.count} of ${seen.of}`.padStart(12),
  ].join("");
