import type {
  LevelFacts,
  OverrideFacts,
  PartFacts,
  PolicyFacts,
  PolicyFields,
  VariantFacts,
} from "../../facts"

/*
 * The rules a second time, written from the table alone: slow, obvious, one block per row, counting units one by
 * one. It shares no code with the rules; whatever the two disagree about is a defect in one of them.
 */

export type Situation = {
  variant: VariantFacts | null
  sales_channel_id: string | null
  /** One location judged alone: what its policy says comes first. */
  location_id?: string
  location_ids: readonly string[]
  policies: readonly PolicyFacts[]
  overrides: readonly OverrideFacts[]
  now: Date
  options: {
    low_stock_threshold: number
    safety_stock: number
    backorder_limit: number | null
    lead_time_days: { min: number; max: number } | null
    allow_preorder: boolean
    source_limit_hours: number
    source_grace_hours: number
  }
}

export type Told = {
  row: "1" | "2" | "2a" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10"
  status: string
  purchasable: boolean
  quantity: number | null
  available_on: string | null
  lead_time_days: { min: number; max: number } | null
  eta: string | null
  /** The note that shoppers may read. */
  notes: string | null
}

/** More units than any test stocks: where counting one by one gives up. */
const ENOUGH = 100_000

const BEST_FIRST = [
  "in_stock",
  "low_stock",
  "preorder",
  "backorder",
  "incoming",
  "out_of_stock",
  "discontinued",
]

export function readFromTable(s: Situation): Told {
  const row = firstRow(s)
  const status = statusOf(row, s)
  const permitted =
    status === "in_stock" ||
    status === "low_stock" ||
    status === "backorder" ||
    (status === "preorder" && saidOf(s, "allow_preorder", s.options.allow_preorder) === true)
  return {
    row,
    status,
    purchasable: permitted && aCartCouldReserveOne(s),
    quantity: !permitted ? 0 : s.variant && !s.variant.manage_inventory ? null : mostInOneOrder(s),
    available_on: status === "preorder" ? (releaseInTheFuture(s) ?? null) : null,
    lead_time_days:
      status === "backorder" ? saidOf(s, "lead_time_days", s.options.lead_time_days ?? null) : null,
    eta: status === "backorder" || status === "incoming" ? expectedOn(s) : null,
    notes: row === "2" && overrideOf(s)!.note_visible ? overrideOf(s)!.notes : null,
  }
}

/** Best status first, then what can be bought, then the most, then what comes first. It can be bought as soon as one of them can. */
export function readTogether(all: Told[]): Told | null {
  const sorted = [...all].sort((a, b) => {
    if (a.status !== b.status) return BEST_FIRST.indexOf(a.status) - BEST_FIRST.indexOf(b.status)
    if (a.purchasable !== b.purchasable) return a.purchasable ? -1 : 1
    if (a.quantity !== b.quantity) return (b.quantity ?? ENOUGH) - (a.quantity ?? ENOUGH)
    const moment = ({ eta }: Told) => (eta === null ? Number.MAX_SAFE_INTEGER : Date.parse(eta))
    return moment(a) - moment(b)
  })
  const [best] = sorted
  return best ? { ...best, purchasable: all.some((told) => told.purchasable) } : null
}

function firstRow(s: Situation): Told["row"] {
  if (saidOf(s, "not_for_sale", null) !== null) return "1"
  if (overrideOf(s)) return "2"
  if (isManaged(s) && isStale(s)) return "2a"
  if (saidOf(s, "discontinued", false) === true && sellable(s) === 0) return "3"
  if (releaseInTheFuture(s)) return "4"
  if (s.variant && !s.variant.manage_inventory) return "5"
  if (sellable(s) > saidOf(s, "low_stock_threshold", s.options.low_stock_threshold)!) return "6"
  if (sellable(s) > 0) return "7"
  if (s.variant && couldBackorderOne(s)) return "8"
  if (s.variant === null || hasNoLevelAnywhere(s.variant) || unitsAreIncoming(s)) return "9"
  return "10"
}

function statusOf(row: Told["row"], s: Situation): string {
  switch (row) {
    case "2":
      return overrideOf(s)!.status
    case "3":
      return "discontinued"
    case "4":
      return saidOf(s, "allow_preorder", s.options.allow_preorder) ? "preorder" : "incoming"
    case "5":
    case "6":
      return "in_stock"
    case "7":
      return "low_stock"
    case "8":
      return "backorder"
    case "9":
      return "incoming"
    default:
      return "out_of_stock"
  }
}

// Policies and overrides

function saidOf<F extends keyof PolicyFields, D>(
  s: Situation,
  field: F,
  otherwise: D,
  location_id: string | null = s.location_id ?? null
): NonNullable<PolicyFields[F]> | D {
  const variantId = s.variant?.id
  const of = (variant: string | null, location: string | null) =>
    s.policies.filter((p) => !p.is_supply && p.variant_id === variant && p.location_id === location)[0]
  if (variantId && location_id) {
    const here = of(variantId, location_id)?.[field]
    if (here !== null && here !== undefined) return here
  }
  if (variantId) {
    const ofVariant = of(variantId, null)?.[field]
    if (ofVariant !== null && ofVariant !== undefined) return ofVariant
  }
  const ofProduct = of(null, null)?.[field]
  if (ofProduct !== null && ofProduct !== undefined) return ofProduct
  for (const p of s.policies) {
    const supplied = p.is_supply && variantId && p.variant_id === variantId ? p[field] : null
    if (supplied !== null) return supplied as NonNullable<PolicyFields[F]>
  }
  return otherwise
}

function overrideOf(s: Situation): OverrideFacts | undefined {
  const active = (variant: string | null | undefined, channel: string | null) =>
    variant === undefined
      ? undefined
      : s.overrides.find(
          (o) =>
            o.variant_id === variant &&
            o.sales_channel_id === channel &&
            (o.expires_at === null || Date.parse(o.expires_at) > s.now.getTime())
        )
  return (
    active(s.variant?.id, s.sales_channel_id) ??
    active(s.variant?.id, null) ??
    active(null, s.sales_channel_id) ??
    active(null, null)
  )
}

function releaseInTheFuture(s: Situation): string | undefined {
  const dates = [saidOf(s, "release_date", null), saidOf(s, "strict_on_sale_date", null)]
  const toCome = dates.filter((date) => date !== null && Date.parse(date) > s.now.getTime()) as string[]
  return toCome.sort((a, b) => Date.parse(b) - Date.parse(a))[0]
}

/** The release, or the arrival of what is missing, whichever is later. */
function expectedOn(s: Situation): string | null {
  const dates = [releaseInTheFuture(s), arrivalOfOne(s)].filter((date) => date !== undefined)
  return dates.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null
}

/** Day by day: the first on which one unit could be made of what is there and what has come until then. */
function arrivalOfOne(s: Situation): string | undefined {
  if (!isManaged(s) || s.variant!.parts.length === 0 || areThere(1, s)) return undefined
  const hasToldDate = (expected_at: string) => s.now.getTime() < Date.parse(expected_at) + 24 * 60 * 60 * 1000
  const deliveriesOf = (part: PartFacts) =>
    known(part, s)
      .flatMap((level) => level.deliveries ?? [])
      .filter((delivery) => hasToldDate(delivery.expected_at))
  const days = s.variant!.parts.flatMap(deliveriesOf).map((delivery) => delivery.expected_at)
  return days
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .find((day) =>
      s.variant!.parts.every((part) => {
        let units = 0
        for (const level of known(part, s)) {
          units += level.available - keptBackAt(level.location_id, s) * part.required
        }
        for (const delivery of deliveriesOf(part)) {
          if (Date.parse(delivery.expected_at) <= Date.parse(day)) units += delivery.units
        }
        return units >= part.required
      })
    )
}

// Levels that count

function isManaged(s: Situation): boolean {
  return s.variant !== null && s.variant.manage_inventory
}

function isBelieved(level: LevelFacts, s: Situation): boolean {
  const ofShop = { limit: s.options.source_limit_hours * 3600, grace: s.options.source_grace_hours * 3600 }
  const words: { at: string; limit: number; grace: number }[] = []
  for (const source of level.sources ?? []) {
    const limits = {
      limit: source.limit_seconds ?? ofShop.limit,
      grace: source.grace_seconds ?? ofShop.grace,
    }
    if (level.as_of !== null) words.push({ at: level.as_of, ...limits })
    if (source.as_of !== null) words.push({ at: source.as_of, ...limits })
  }
  if (!level.sources?.length && level.as_of !== null) words.push({ at: level.as_of, ...ofShop })
  if (words.length === 0) return true
  return words.some(({ at, limit, grace }) => s.now.getTime() - Date.parse(at) < (limit + grace) * 1000)
}

function levelsHere(part: PartFacts, s: Situation): LevelFacts[] {
  return part.levels.filter((level) => s.location_ids.includes(level.location_id))
}

/** Some part of it has levels here, and not one of them is believed any more. */
function isStale(s: Situation): boolean {
  for (const part of s.variant!.parts) {
    const here = levelsHere(part, s)
    if (here.length > 0 && here.every((level) => !isBelieved(level, s))) return true
  }
  return false
}

/** What is known of a part: levels that are still believed, or, when nothing is, the last that was heard. */
function known(part: PartFacts, s: Situation): LevelFacts[] {
  const here = levelsHere(part, s)
  return isStale(s) ? here : here.filter((level) => isBelieved(level, s))
}

function hasNoLevelAnywhere(variant: VariantFacts): boolean {
  return variant.parts.length === 0 || variant.parts.some((part) => part.levels.length === 0)
}

// Units

function keptBackAt(location_id: string, s: Situation): number {
  return saidOf(s, "safety_stock", s.options.safety_stock, location_id)!
}

/** Whether n units of the variant are there, of every part, all locations together, what is kept back left alone. */
function areThere(n: number, s: Situation, isKeptBack = true): boolean {
  return s.variant!.parts.every((part) => {
    let units = 0
    for (const level of known(part, s)) {
      units += level.available
      if (isKeptBack) units -= keptBackAt(level.location_id, s) * part.required
    }
    return units >= n * part.required
  })
}

function countUp(isPossible: (n: number) => boolean): number {
  let n = 0
  while (n < ENOUGH && isPossible(n + 1)) n++
  return n
}

function sellable(s: Situation): number {
  if (s.variant === null) return 0
  if (!s.variant.manage_inventory) return ENOUGH
  if (s.variant.parts.length === 0) return 0
  return countUp((n) => areThere(n, s))
}

/** Core reserves each part of a line at one location. */
function mostInOneOrder(s: Situation): number {
  if (s.variant === null || s.variant.parts.length === 0) return 0
  return countUp((n) =>
    s.variant!.parts.every((part) =>
      known(part, s).some(
        (level) => level.available - keptBackAt(level.location_id, s) * part.required >= n * part.required
      )
    )
  )
}

/** Every part has a level that could go one variant's worth deeper without owing more than its limit. */
function couldBackorderOne(s: Situation): boolean {
  const { variant } = s
  if (variant === null || !variant.allow_backorder || variant.parts.length === 0) return false
  return variant.parts.every((part) =>
    known(part, s).some((level) => {
      const limit = saidOf(s, "backorder_limit", s.options.backorder_limit, level.location_id)
      return limit === null || level.available - part.required >= -limit * part.required
    })
  )
}

/** Of every part that is short of one unit, some are on their way here. */
function unitsAreIncoming(s: Situation): boolean {
  return s.variant!.parts.every((part) => {
    let units = 0
    for (const level of known(part, s)) {
      units += level.available - keptBackAt(level.location_id, s) * part.required
    }
    const isShort = units < part.required
    return !isShort || known(part, s).some((level) => level.incoming > 0)
  })
}

function aCartCouldReserveOne(s: Situation): boolean {
  if (s.variant === null) return false
  if (!s.variant.manage_inventory) return true
  if (isStale(s)) return false
  return mostInOneOrder(s) >= 1 || couldBackorderOne(s)
}
