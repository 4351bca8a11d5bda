/** How likely a candidate stays away, for a coordinator: `May not come: 18 %, booked 19 days ahead; not confirmed`. */
export const riskWords = ({
  risk,
  reasons,
}: {
  risk: number;
  reasons: readonly string[];
}): string =>
  `May not come: ${Math.round(risk * 100)} %${reasons.length === 0 ? "" : `, ${reasons.join("; ")}`}`;
