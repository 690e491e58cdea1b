/** An instant as a sentence tells it: `2026-11-22 07:43 UTC`. */
export const toldTime = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`
