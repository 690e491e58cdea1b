/** @jest-environment ./src/__tests__/browser.js */
import { focusManager } from "@tanstack/react-query"
import { act } from "react"
import { notFound } from "../../__tests__/answers.js"
import { of } from "../../__tests__/any-availability.js"
import { type Answer, type Asked, held, type LoopbackShop, openShop } from "../../__tests__/loopback-shop.js"
import { productAvailabilityQuery, useNotifyWhenAvailable, useProductAvailability } from "../index.js"
import { mount, passing, queryClient, truestock, unmountAll, until } from "./mount.js"

let answer: (asked: Asked) => Answer | Promise<Answer>
let shop: LoopbackShop

const variants = [
  { variant_id: "hard", ...of("in_stock", { quantity: 12 }) },
  { variant_id: "soft", ...of("out_of_stock") },
]
const answered = (product_id: string): Answer => ({
  body: { availability: { product_id, ...of("in_stock"), variants } },
})

beforeEach(async () => {
  answer = ({ path }) => answered(path.split("/")[3]!)
  shop = await openShop((asked) => answer(asked))
})
afterEach(async () => {
  await unmountAll()
  await shop.close()
})

const useAvailability = (id: string | null) => useProductAvailability(id)

describe("useProductAvailability", () => {
  it("has the availability of the product and of each variant", async () => {
    const page = await mount(shop.url, useAvailability, "prod_1")
    expect(page.now).toMatchObject({ availability: undefined, isLoading: true })
    expect(page.now.availabilityOf("hard")).toBeUndefined()
    await page.until(({ isLoading }) => !isLoading)
    expect(page.now.availability).toMatchObject({ product_id: "prod_1", status: "in_stock" })
    expect(page.now.availabilityOf("soft")).toEqual(variants[1])
    expect([page.now.availabilityOf("none"), page.now.availabilityOf(null)]).toEqual([undefined, undefined])
  })

  it("has the refusal at once, and for no product asks nothing", async () => {
    answer = () => notFound
    const page = await mount(shop.url, useAvailability, null)
    await passing(20)
    expect(page.now).toMatchObject({ isLoading: false, error: null })
    expect(shop.asked).toEqual([])
    await page.render("prod_none")
    await page.until(({ error }) => error !== null)
    expect(page.now.error).toMatchObject({ code: "product_not_found", status: 404 })
    expect(shop.asked).toHaveLength(1)
  })

  it("is asked anew when a tab that was left is looked at, and may be prefetched", async () => {
    const queries = queryClient()
    await queries.prefetchQuery(productAvailabilityQuery(truestock(shop.url), "prod_1"))
    const page = await mount(shop.url, useAvailability, "prod_1", queries)
    expect(page.results[0]).toMatchObject({ isLoading: false, availability: { product_id: "prod_1" } })
    answer = () => ({ body: { availability: { product_id: "prod_1", ...of("out_of_stock"), variants: [] } } })
    await act(async () => {
      focusManager.setFocused(false)
      focusManager.setFocused(true)
    })
    await page.until(({ availability }) => availability?.status === "out_of_stock")
    focusManager.setFocused(undefined)
  })

  it("aborts its request when it is unmounted", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await mount(shop.url, useAvailability, "prod_1")
    await page.until(() => shop.asked.length > 0)
    const asked = shop.asked.at(-1)!
    await page.unmount()
    await until(() => asked.aborted)
    wait.release(answered("prod_1"))
  })
})

describe("useNotifyWhenAvailable", () => {
  const useNotify = ({ id, variant }: { id: string; variant?: string }) => useNotifyWhenAvailable(id, variant)
  const accepted = (confirmation_required: boolean): Answer => ({
    status: 202,
    body: { accepted: true, confirmation_required },
  })

  it("asks for the address once, for the variant named, and says whether it will be asked first", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await mount(shop.url, useNotify, { id: "prod_1", variant: "soft" })
    let done!: Promise<boolean>
    await act(async () => void (done = page.now.subscribe("a@b.test")))
    await page.until(({ isPending }) => isPending)
    expect(page.now).toMatchObject({ isPending: true, isAccepted: false })
    wait.release(accepted(true))
    expect(await act(() => done)).toBe(true)
    await page.until(({ isPending }) => !isPending)
    expect(page.now).toMatchObject({ isPending: false, isAccepted: true, confirmationRequired: true })
    expect(shop.asked.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
      ["/store/products/prod_1/notify", { email: "a@b.test", variant_id: "soft" }],
    ])
  })

  it("says why it was refused, does not throw, and starts anew for another product", async () => {
    answer = () => ({ status: 400, body: { code: "invalid_email", type: "invalid_data", message: "No." } })
    const page = await mount(shop.url, useNotify, { id: "prod_1" })
    expect(await act(() => page.now.subscribe("nobody"))).toBe(false)
    await page.until(({ error }) => error !== null)
    expect(page.now).toMatchObject({ isAccepted: false, error: { code: "invalid_email", status: 400 } })
    await page.render({ id: "prod_2" })
    expect(page.now).toMatchObject({ isAccepted: false, error: null, isPending: false })

    answer = () => accepted(false)
    expect(await act(() => page.now.subscribe("a@b.test"))).toBe(true)
    await page.until(({ isAccepted }) => isAccepted)
    expect(page.now.confirmationRequired).toBe(false)
    await act(async () => page.now.reset())
    await page.until(({ isAccepted }) => !isAccepted)
  })
})
