import { type Connection, query } from "../../src/database/connection"

/** The ledger as JavaScript has it: every report once more, without snapshot, index or SQL. */
export type Entry = {
  inventory_item_id: string
  location_id: string
  kind: string
  reason: string | null
  stocked: number
  reserved: number
  incoming: number
  at: Date
}
export type Cost = { inventory_item_id: string; currency_code: string; average: number; at: Date }

export const readEntries = (connection: Connection) =>
  query<Entry>(
    connection,
    `select inventory_item_id, location_id, kind, reason, stocked_delta::float as stocked,
       reserved_delta::float as reserved, incoming_delta::float as incoming, created_at as at
     from stock_movement order by id`
  )

export const readCosts = (connection: Connection) =>
  query<Cost>(
    connection,
    `select inventory_item_id, currency_code, average_cost::float as average, created_at as at from item_cost order by id`
  )

export const sumOf = <T>(list: T[], units: (each: T) => number) =>
  list.reduce((sum, each) => sum + units(each), 0)

export function groupBy<T>(list: T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) groups.set(key(each), [...(groups.get(key(each)) ?? []), each])
  return groups
}

const isSale = ({ kind }: Entry) => kind === "fulfil" || kind === "fulfil_cancel"
const isLoss = ({ kind, reason, stocked, incoming }: Entry) =>
  ["adjust", "set", "count"].includes(kind) && (stocked < 0 || (reason === "lost" && incoming < 0))

/** Units on hand by their age in whole days: each fall takes the oldest of its place. */
export function agesOf(entries: Entry[], date: Date): number[] {
  const ages: number[] = []
  const places = groupBy(
    entries.filter(({ at }) => at <= date),
    (e) => `${e.inventory_item_id} ${e.location_id}`
  )
  for (const ofPlace of places.values()) {
    const came: Date[] = []
    for (const { stocked, at } of ofPlace) {
      if (stocked > 0) came.push(...Array<Date>(stocked).fill(at))
      else came.splice(0, -stocked)
    }
    ages.push(...came.map((at) => Math.floor((date.getTime() - at.getTime()) / 86_400_000)))
  }
  return ages
}

export function sellThroughOf(entries: Entry[], from: Date, to: Date) {
  const within = entries.filter(({ at }) => at > from && at <= to)
  const start = sumOf(
    entries.filter(({ at }) => at <= from),
    (e) => e.stocked
  )
  const back = ["opening", "fulfil_cancel", "return", "transfer_in", "restore"]
  const received = sumOf(
    within.filter((e) => e.stocked > 0 && !back.includes(e.kind)),
    (e) => e.stocked
  )
  const fulfilled = sumOf(within.filter(isSale), (e) => 0 - e.stocked)
  return { start, received, fulfilled }
}

export const lossesOf = (entries: Entry[], from: Date, to: Date) =>
  entries
    .filter((e) => isLoss(e) && e.at > from && e.at <= to)
    .map((e) => ({ ...e, lost: e.stocked < 0 ? -e.stocked : -e.incoming }))

export const lastSaleOf = (entries: Entry[], date: Date) =>
  entries.filter((e) => e.kind === "fulfil" && e.stocked < 0 && e.at <= date).at(-1)?.at

export const costAt = (costs: Cost[], inventory_item_id: string, date: Date) =>
  costs.filter((c) => c.inventory_item_id === inventory_item_id && c.at <= date).at(-1)
