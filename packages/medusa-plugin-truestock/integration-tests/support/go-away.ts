import http from "node:http"
import { eventually } from "./eventually"

/** Begins to fetch what is sent piece by piece, and goes away at the first one. */
export function goAwayEarly(url: URL, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers }, (answer) => {
      answer.once("data", () => {
        request.destroy()
        resolve()
      })
    })
    request.once("error", reject)
  })
}

/** Waits until a figure that went up stands still, and answers it. */
export async function atRest(figure: () => number): Promise<number> {
  let before = -1
  await eventually(async () => {
    const now = figure()
    const isStill = now === before
    before = now
    expect(isStill).toBe(true)
  })
  return before
}
