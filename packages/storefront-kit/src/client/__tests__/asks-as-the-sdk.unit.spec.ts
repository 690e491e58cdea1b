/** @jest-environment ./src/__tests__/browser.js */
import Medusa from "@medusajs/js-sdk"
import { listing } from "../../__tests__/answers.js"
import { type LoopbackShop, openShop } from "../../__tests__/loopback-shop.js"
import { createTruestockClient } from "../../index.js"

let shop: LoopbackShop
beforeEach(async () => (shop = await openShop(() => listing([]))))
afterEach(() => shop.close())

type Config = ConstructorParameters<typeof Medusa>[0]

/** The same question once through the sdk itself and once through the client; answers the headers of both. */
async function bothWays(config: Partial<Config>, prepare: (sdk: Medusa) => unknown, own = {}) {
  const sdk = new Medusa({ baseUrl: shop.url, publishableKey: "pk_1", ...config })
  await prepare(sdk)
  await sdk.client.fetch("/store/products/available", { query: { limit: 3 }, headers: own })
  await createTruestockClient(sdk).listAvailableProducts({ limit: 3 }, { headers: own })
  const [bySdk, byClient] = shop.asked
  expect(byClient).toMatchObject({ path: bySdk!.path, query: bySdk!.query })
  // A question has no body that would need a type.
  const { "content-type": _, ...expected } = bySdk!.headers
  expect(byClient!.headers).toEqual(expected)
  return byClient!.headers
}

it("sends the sdk's key, login, locale and headers, exactly as the sdk does", async () => {
  const headers = await bothWays(
    { auth: { type: "jwt", jwtTokenStorageMethod: "memory" }, globalHeaders: { "x-shop": "one" } },
    async (sdk) => {
      sdk.setLocale("de-DE")
      await sdk.client.setToken("token_1")
    }
  )
  expect(headers).toMatchObject({
    "x-publishable-api-key": "pk_1",
    "x-medusa-locale": "de-DE",
    "x-shop": "one",
    authorization: "Bearer token_1",
    accept: "application/json",
  })
})

it("lets a request's own headers win, and global ones remove what is null", async () => {
  const headers = await bothWays(
    { globalHeaders: { "X-Publishable-Api-Key": null, "x-shop": "one" } },
    (sdk) => sdk.setLocale("de-DE"),
    { "x-medusa-locale": "fr-FR" }
  )
  expect(headers).toMatchObject({ "x-medusa-locale": "fr-FR", "x-shop": "one" })
  expect(headers).not.toHaveProperty("x-publishable-api-key")
})

it("sends no token where the login is a session", async () => {
  const headers = await bothWays({ auth: { type: "session", jwtTokenStorageMethod: "memory" } }, (sdk) => {
    sdk.setLocale("de-DE")
    return sdk.client.setToken("token_1")
  })
  expect(headers).not.toHaveProperty("authorization")
})

it("keeps a secret key to itself, which the sdk would send", async () => {
  const sdk = new Medusa({ baseUrl: shop.url, publishableKey: "pk_1", apiKey: "sk_secret" })
  await createTruestockClient(sdk).listAvailableProducts()
  expect(shop.asked[0]!.headers).not.toHaveProperty("authorization")
})
