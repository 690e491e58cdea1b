import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newId } from "../../../database/new-id"
import type { TruestockOptions } from "../../../options"
import type { Refusal } from "../../availability/rules/refuse-demand"
import { judgeLookUp, refuseOrder } from "../rules/judge-look-up"
import { mostPressing, titlesOfSource } from "../rules/lines-of-source"
import { createRun } from "../runs/sql/create-run"
import type { CheckAtOrder, SourceOptions } from "../sources/source-options"
import { askNow } from "./ask-now"
import type { CheckedTitle, OrderLine, WantedTitle } from "./order-line"
import { claimSync } from "./sql/claim-sync"
import { readOrderLines } from "./sql/read-order-lines"

/** What sources were found to have of an order's titles, and why the order is not made; null = it is. */
export type OrderCheck = { titles: CheckedTitle[]; refusal: Refusal | null }

type Checking = { connection: Knex; options: TruestockOptions; now: string }

/** The sources that are asked before an order is made. */
export const askedAtOrder = ({ distributors }: Pick<TruestockOptions, "distributors">) =>
  distributors.filter(({ check_at_order }) => check_at_order !== null)

/**
 * Asks the sources that are to be asked for what the lines of a cart want from them: all at once, each title once. Changes no
 * stock: of what there is too little of, a sync is asked for.
 */
export async function checkOrder(
  { connection, options }: Omit<Checking, "now">,
  order: { cart_id: string; lines: OrderLine[] }
): Promise<OrderCheck> {
  const sources = askedAtOrder(options)
  const max_ages = sources.map(({ id, check_at_order }) => ({
    source_id: id,
    seconds: check_at_order!.max_age_seconds,
  }))
  if (sources.length === 0 || order.lines.length === 0) return { titles: [], refusal: null }
  const { lines, now } = await readOrderLines(connection, { ...order, max_ages })
  const wanted = titlesOfSource(lines)
  const checks = await Promise.all(
    sources.map(async (source) => {
      const check = source.check_at_order!
      const ofSource = wanted.filter(({ source_id }) => source_id === source.id)
      const titles = await checkTitles({ connection, options, now }, source, check, ofSource)
      return { titles, refusal: refuseOrder(titles, check, options) }
    })
  )
  const refusals = checks.flatMap(({ refusal }) => refusal ?? [])
  const refusal = refusals.find(({ code }) => code === "insufficient_inventory") ?? refusals[0] ?? null
  return { titles: checks.flatMap(({ titles }) => titles), refusal }
}

async function checkTitles(
  { connection, now }: Checking,
  source: SourceOptions,
  check: CheckAtOrder,
  titles: WantedTitle[]
): Promise<CheckedTitle[]> {
  const remembered = titles.flatMap((title) => (title.remembered ? judgeLookUp(title, title.remembered) : []))
  const due = mostPressing(
    titles.filter((title) => !title.remembered && !title.is_fresh),
    check.most_titles
  )
  const eans = due.map(({ ean13 }) => ean13)
  const found = eans.length > 0 ? await askNow({ connection, source, check, now }, eans) : new Map()
  const checked = [...remembered, ...due.map((title) => judgeLookUp(title, found.get(title.ean13)!))]
  const short = checked.filter(({ outcome }) => outcome === "too_little").map(({ ean13 }) => ean13)
  if (short.length > 0) await askForSync(connection, source.id, short)
  return checked
}

/** The order writes no stock: a run does, under the source's lease and past its guards. */
async function askForSync(connection: Knex, source_id: string, eans: string[]): Promise<void> {
  await connection.transaction(async (tx) => {
    const id = newId("drun")
    const claimed = await claimSync(tx, { source_id, eans, run_id: id })
    if (claimed.length === 0) return
    const nobody = { actor_id: null, actor_type: null, override_reason: null }
    await createRun(tx, {
      id,
      source_id,
      kind: "sync",
      target: { eans: claimed },
      is_dry_run: false,
      ...nobody,
    })
  })
}
