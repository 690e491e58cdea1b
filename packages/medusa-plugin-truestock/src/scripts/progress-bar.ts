const WIDTH = 24

/** "[######------------------]  25 %  2,500 of 10,000 products, 1m 30s left" */
export function progressBar(done: number, total: number, seconds: number, what: string): string {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const filled = Math.round(share * WIDTH)
  const bar = `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}]`
  const percent = `${Math.floor(share * 100)}`.padStart(3)
  const counts = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}`
  return `${bar} ${percent} %  ${counts}${leftOf(share, seconds)}`
}

/** At the pace so far; nothing is said before there is one. */
function leftOf(share: number, seconds: number): string {
  if (share === 0 || share === 1 || seconds < 2) {
    return ""
  }
  const left = Math.ceil((seconds / share) * (1 - share))
  return `, ${left >= 60 ? `${Math.floor(left / 60)}m ` : ""}${left % 60}s left`
}
