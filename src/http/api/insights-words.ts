/** What each insight is, in words: on the page and, word for word, in docs/insights.md. */
export const DEFINITIONS = {
  speed:
    "From when Convene learnt that a candidate is at a stage until the last invitation of that stage's first booking had left: calendar events and the candidate's mail. Time that people took to approve, and a candidate to choose, is in it.",
  touches:
    "How often somebody had to act in Convene until all invitations were out (approve, change or reject a proposal, ask for one, answer a candidate, look after a message), for each interview that was booked. A loop shares what was done by its interviews.",
  firstOffers:
    "Of what candidates were sent first for a stage, a booking or times to choose from, the share that stood: chosen, if there was a choice, neither changed nor cancelled until its last interview was over, and not said to be missed by whomever. What was moved outside and put back as booked stood. Whether the candidate came is known only where somebody has said so; where nobody has, that is told apart.",
  repairs:
    "From when Convene was told that a booking does not stand any more (somebody of the panel declined, the candidate asked, or it was changed outside) until everybody had the change or the cancellation. What was only put back as booked is told beside it: nothing was changed by it, and it is no repair.",
  load: "Booked interviews in the period, by whoever holds them or sits in, also those to which the candidate did not come: their time was spent. How uneven they are is told by the Gini coefficient, half of the mean difference between any two people over the mean: 0 when all have the same, towards 1 when one has all. Whoever interviewed in the twelve weeks before counts too, with none.",
  feedback:
    "From the end of an interview until its form was handed in in Lever; overdue is what is not in after a day. Whoever is not waited for any more (deactivated, or 30 days ago) does not count.",
  attendance:
    "Of visits that are over and of which the panel or a coordinator said whether the candidate came, the share that the candidate missed. Interviews of one day are one visit, and whoever came to any of them came. A visit to which nobody from the panel came, or that technology prevented, counts neither way: it is among the reasons alone. What nobody said is not assumed.",
} as const;
