import { isDeepStrictEqual } from "node:util"
import { type Client, withDatabase } from "../../../scripts/postgres/database.mjs"
import type { Check } from "../frame/figures.js"
import type { Get } from "./get.js"
import { type Question, questions } from "./questions.js"
import type { Depths, Request, Requests } from "./requests.js"
import { sameAsCore } from "./same-as-core.js"
import { type Asked, type Card, type Facet, facetTruth, truth, workOutTruth } from "./truth.js"

type Answer = {
  products: (Card & { availability: { status: string } })[]
  count: number
  facets?: Record<string, Facet[]>
}

/** A listing that is fast and wrong has not won: its pages, counts and facets against the plain truth. */
export async function checkListing(
  get: Get,
  databaseUrl: string,
  requests: Requests,
  depths: Depths
): Promise<Check[]> {
  return withDatabase(databaseUrl, async (client) => {
    await workOutTruth(client)
    const checks: Check[] = []
    for (const question of questions(requests, depths)) {
      checks.push(await checkAnswer(get, client, question))
    }
    checks.push(await sameProducts(get, requests.card, requests.full))
    return checks
  })
}

/** The catalogue of one channel only: core does not answer with inventory_quantity for a key with several. */
export async function checkAgainstCore(get: Get, requests: Requests): Promise<Check[]> {
  return [
    await sameAsCore(get, "plain", requests.coreOurFields, requests.any),
    await sameAsCore(get, "with prices", requests.corePrices, requests.anyPrices),
  ]
}

async function checkAnswer(get: Get, client: Client, { name, request, asked }: Question): Promise<Check> {
  const answer = (await get(request)) as Answer
  const expected = await truth(client, asked)
  const isSame = {
    count: answer.count === expected.count,
    cards: isDeepStrictEqual(answer.products.map(cardOf), expected.cards),
    facets: answer.facets === undefined || (await hasFacets(client, asked, answer.facets)),
  }
  const wrong = Object.entries(isSame).flatMap(([what, same]) => (same ? [] : [what]))
  return {
    name: `cards and count are those of Medusa's tables: ${name}`,
    passed: wrong.length === 0,
    detail: `count ${answer.count}, expected ${expected.count}${wrong.length > 0 ? `; wrong: ${wrong.join(", ")}` : ""}`,
  }
}

function cardOf({ id, title, handle, thumbnail, brand, price, availability }: Answer["products"][0]): Card {
  return { id, title, handle, thumbnail, brand, price, status: availability.status }
}

async function hasFacets(client: Client, asked: Asked, facets: Record<string, Facet[]>): Promise<boolean> {
  const sorted = (of: Facet[]) => [...of].sort((a, b) => (a.value < b.value ? -1 : 1))
  const expected = await facetTruth(client, asked)
  return Object.entries(expected).every(([name, values]) =>
    isDeepStrictEqual(sorted(facets[name] ?? []), sorted(values))
  )
}

async function sameProducts(get: Get, cards: Request, full: Request): Promise<Check> {
  const [asCards, asFull] = [(await get(cards)) as Answer, (await get(full)) as Answer]
  const told = ({ products, count }: Answer) => [
    count,
    products.map(({ id, availability }) => [id, availability]),
  ]
  return {
    name: "the full view lists what the cards list, with the same availability",
    passed: isDeepStrictEqual(told(asCards), told(asFull)),
  }
}
