/** Plans of phone screens that meet in different ways, by team, for the company's own people. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SESSION = `
    sessions:
      - id: phone-screen
        name: Phone Screen
        durationMinutes: 15
        agenda: Get to know each other.
        places:
          - role: hiring_manager
          - role: recruiter
    rules:
      briefHoursBefore: 1
      horizonBusinessDays: 20
      maxInterviewsPerDay: 20
      maxInterviewsPerWeek: 60`;

/** A folder with one plan a team. `video`: lines of the plan. */
export const writeVideoPlans = async (
  video: Readonly<Record<string, readonly string[]>>,
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "convene-video-"));
  const plans = Object.entries(video).map(
    ([team, lines], index) => `
  - id: video-${index}
    match:
      stages: [Phone Screen]
      teams: [${team}]
${lines.map((line) => `    ${line}`).join("\n")}${SESSION}`,
  );
  await writeFile(join(folder, "plans.yaml"), `plans:${plans.join("\n")}\n`);
  return folder;
};
