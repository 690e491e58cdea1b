import { readIpage, syntheticEan13 } from "truestock-distributor-feeds"
import { IpageDouble } from "truestock-distributor-feeds/testing"
import { step } from "../../../scripts/process/steps.mjs"
import type { Figures } from "../frame/figures.js"

const TITLES = 100
const PAGE_MS = 1_000
const CONCURRENCY = 8
const MOST_SECONDS = 15

/** Title pages that take a second each, eight at a time: what is left of the time that the site alone would need. */
export async function lookUps(): Promise<Figures> {
  const eans = Array.from({ length: TITLES }, (_, n) => syntheticEan13(n))
  const titles = eans.map((ean13) => ({
    ...{ ean13, title: `Title ${ean13}`, main: [{ state: "TN", on_hand: 5, on_order: 0 }] },
  }))
  const double = await IpageDouble.start({ titles, latency_ms: PAGE_MS })
  try {
    const began = performance.now()
    let records = 0
    await step(`Measure: ${TITLES} title pages of ${PAGE_MS / 1000} s`, async () => {
      const options = {
        baseUrl: double.url,
        eans,
        session: "session=of-nobody",
        concurrency: CONCURRENCY,
        delay_ms: 0,
      }
      for await (const batch of readIpage(options)) records += batch.records.length
    })
    const seconds = (performance.now() - began) / 1000
    return {
      tables: [
        {
          title: "title pages, looked up one by one",
          columns: ["s", "pages per s", "most at a time"],
          rows: [
            { name: `${TITLES} pages of 1 s`, values: [seconds, TITLES / seconds, double.most_in_flight] },
          ],
          note: `${Math.ceil(TITLES / CONCURRENCY)} s is the least that ${CONCURRENCY} at a time can take`,
        },
      ],
      checks: [
        {
          name: `every page became a record, and never more than ${CONCURRENCY} were asked for at a time`,
          passed: records === TITLES && double.most_in_flight <= CONCURRENCY,
          detail: `${records} records`,
        },
      ],
      bars: [{ name: `${TITLES} pages of 1 s each`, value: seconds, unit: " s", atMost: MOST_SECONDS }],
    }
  } finally {
    await double.close()
  }
}
