import type { Contestant } from "./requests.js"

/**
 * One line of a table. `against`: whose requests per second the ratio divides by. `atLeast`: the bar for that ratio;
 * `slowdownAtMost`: the same the other way round, for what may only be so much slower.
 */
export type Line = {
  name: string
  contestant: Contestant
  against: Contestant
  atLeast?: number
  slowdownAtMost?: number
}

export type Setting = { name: string; lines: Line[] }

/** The bars are for this many products and more; below, core must not be faster. */
const FULL_SIZE = 100_000
/**
 * With several channels core hands the ids of all of a channel's products from query to query: with ten clients a
 * request took 42 s at 100,000 products (on a busy machine), and one alone 13 to 20 s and 1.9 GB at 500,000.
 */
const MOST_FOR_CORE_UNDER_LOAD = 20_000
const MOST_FOR_CORE_AT_ALL = 200_000
const MOST_SLOWDOWN = 1.5

const core: Line = { name: "core GET /store/products, default fields", contestant: "core", against: "core" }

const cards = (atLeast: number): Line[] => [
  { name: "cards, in stock (default)", contestant: "card", against: "core", atLeast },
  deep("cards, page 1000", "cardDeep", "card"),
  deep("cards, page 1000 by cursor", "cardCursor", "card"),
  { name: "cards, a category", contestant: "cardCategory", against: "core" },
  { name: "cards, a brand", contestant: "cardBrand", against: "core" },
  { name: "cards, q, a rare word", contestant: "cardWord", against: "core" },
  { name: "cards, q, a word of every title", contestant: "cardCommonWord", against: "core" },
  { name: "cards by price", contestant: "cardByPrice", against: "core" },
  { name: "cards in a price range", contestant: "cardPriceRange", against: "core" },
  { name: "cards with facets", contestant: "cardFacets", against: "core" },
  { name: "cards, key with two channels", contestant: "cardTwoChannels", against: "core" },
]

const full = (atLeast: number): Line[] => [
  { name: "full view, in stock (default)", contestant: "full", against: "core", atLeast },
  { name: "full view, core's default fields", contestant: "fullCoreFields", against: "core", atLeast },
  deep("full view, page 1000", "fullDeep", "full"),
  deep("full view, page 1000 by cursor", "fullCursor", "full"),
  { name: "full view, key with two channels", contestant: "fullTwoChannels", against: "core" },
  { name: "core, our default fields", contestant: "coreOurFields", against: "core" },
  { name: "full view, status=any", contestant: "any", against: "coreOurFields", atLeast: 1 },
]

const prices: Line[] = [
  // What Medusa does for any store request (key, session, ...) before a route has its turn: no route can be faster.
  { name: "core GET /store/regions, one id of one", contestant: "coreLeast", against: "core" },
  { name: "core, page 1000", contestant: "coreDeep", against: "core" },
  { name: "core, our default fields and prices in a region", contestant: "corePrices", against: "core" },
  { name: "full view, status=any, with prices", contestant: "anyPrices", against: "corePrices", atLeast: 1 },
]

function deep(name: string, contestant: Contestant, against: Contestant): Line {
  return { name, contestant, against, slowdownAtMost: MOST_SLOWDOWN }
}

/** A shop with two sales channels, as the catalogue is. */
export function severalChannels(products: number): Setting[] {
  const settings = [
    { name: "two channels, cards", lines: [core, ...cards(1)] },
    { name: "two channels, full view", lines: [core, ...full(1)] },
  ]
  return products <= MOST_FOR_CORE_UNDER_LOAD ? settings : settings.map(withoutCore)
}

/** Whether core's answers can be compared with ours while the shop has several channels. */
export function isCoreAskedWithChannels(products: number): boolean {
  return products <= MOST_FOR_CORE_AT_ALL
}

/**
 * The same shop when only one channel is left: core's best case, since it then does not ask for the channel. What we
 * promise against core we promise here.
 */
export function oneChannel(products: number): Setting {
  const isFullSize = products >= FULL_SIZE
  const names = ["card", "cardDeep", "full", "fullCoreFields", "coreOurFields", "any"]
  const lines = [...cards(isFullSize ? 20 : 1), ...full(isFullSize ? 1.5 : 1)]
  return {
    name: "one channel",
    lines: [core, ...lines.filter((line) => names.includes(line.contestant)), ...prices],
  }
}

/** Ours alone: what was to be compared with core is compared with the first line. */
function withoutCore({ name, lines }: Setting): Setting {
  const ours = lines.filter((line) => !line.contestant.startsWith("core"))
  const first = ours[0]!.contestant
  return {
    name: `${name}, without core`,
    lines: ours.map(({ atLeast: _, ...line }) =>
      line.against.startsWith("core") ? { ...line, against: first } : line
    ),
  }
}
