/** Whether a risk, 0 to 1, is one from which on a plan asks for help. Units: `percent`, as the plan says it. Pure. */
export const isAbove = (risk: number, percent: number): boolean => risk >= percent / 100;
