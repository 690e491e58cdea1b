import fc from "fast-check"
import { Comparison } from "../support/compare-listing"
import { anyQuestion, type Filter, FILTER_NAMES } from "../support/listing-questions"
import { type Catalogue, fillWithRandomCatalogue } from "../support/random-catalogue"
import { readCatalogue, type Shelves } from "../support/reference-catalogue"
import { runWithShop } from "../support/run-with-shop"

const SEED = 20_261_122
const PRODUCTS = 80
const QUESTIONS_PER_PAIR = 3

const PAIRS = FILTER_NAMES.flatMap((first, i) =>
  FILTER_NAMES.slice(i + 1).map((second): [Filter, Filter] => [first, second])
)

runWithShop((booted) => {
  let made: Catalogue
  let shelves: Shelves
  let channelsOfKeys: string[][]
  let comparison: Comparison

  beforeAll(async () => {
    const { availability, connection, shop } = booted
    // The drain rests while the database is copied for the tests.
    await availability.__hooks.onApplicationPrepareShutdown()
    made = await fillWithRandomCatalogue(booted, PRODUCTS, SEED)
    const [first, second, third] = made.channels as [string, string, string]
    // The last one begins with a channel that has no product.
    channelsOfKeys = [[first], [first, second], made.channels, [await shop.channel(), second, third]]
    const keys = []
    for (const channels of channelsOfKeys) keys.push(await shop.key(...channels))
    await availability.drain()
    shelves = await readCatalogue(connection)
    comparison = new Comparison(booted, shelves, keys)
  })

  describe("GET /store/products/available, compared with a slow and obvious listing", () => {
    it.each(FILTER_NAMES.slice(0, -1))(
      "has every page of %s together with every filter after it",
      async (filter) => {
        const pairs = PAIRS.filter(([first]) => first === filter)
        for (const [i, pair] of pairs.entries()) {
          const question = anyQuestion(made, shelves.sold_from, channelsOfKeys, pair)
          for (const asked of fc.sample(question, { numRuns: QUESTIONS_PER_PAIR, seed: SEED + i })) {
            await comparison.compare(asked)
          }
        }
      }
    )
  })

  afterAll(() => {
    // Were every list empty or on one page, this would prove nothing.
    const questions = PAIRS.length * QUESTIONS_PER_PAIR
    expect(comparison.pages).toBeGreaterThan(questions * 2.5)
    expect(comparison.filled).toBeGreaterThan(questions / 2)
  })
})
