/** @jest-environment ./src/__tests__/browser.js */
import { focusManager, QueryClientProvider } from "@tanstack/react-query"
import { act, createElement } from "react"
import { renderToString } from "react-dom/server"
import { cartHeld, nothingHeld, tooMany } from "../../__tests__/answers.js"
import { type Answer, type Asked, held, type LoopbackShop, openShop } from "../../__tests__/loopback-shop.js"
import { TruestockProvider, useCartHold } from "../index.js"
import { mount, passing, queryClient, truestock, unmountAll, until } from "./mount.js"

const REAL = [
  ...(["hrtime", "nextTick", "queueMicrotask", "setImmediate", "clearImmediate", "setInterval"] as const),
  ...(["clearInterval", "requestAnimationFrame", "cancelAnimationFrame"] as const),
  ...(["requestIdleCallback", "cancelIdleCallback"] as const),
]
const DATABASE_CLOCK = "2026-12-31T23:58:00.000Z"

/** A hold that the database lets last so long. */
const holdFor = (seconds: number) =>
  cartHeld(DATABASE_CLOCK, new Date(Date.parse(DATABASE_CLOCK) + seconds * 1000).toISOString())

let answer: (asked: Asked) => Answer | Promise<Answer>
let shop: LoopbackShop

beforeEach(async () => {
  // Time passes by itself, and can be made to pass faster; the browser's own clock is an hour and two years off.
  jest.useFakeTimers({ now: Date.parse("2024-05-01T11:00:00.000Z"), advanceTimers: true, doNotFake: REAL })
  answer = () => nothingHeld
  shop = await openShop((asked) => answer(asked))
})
afterEach(async () => {
  await unmountAll()
  await shop.close()
  jest.useRealTimers()
})

const useHold = (cart_id: string | null) => useCartHold(cart_id)
const open = (cart_id: string | null = "cart_1") => mount(shop.url, useHold, cart_id)
const methods = () => shop.asked.map(({ method }) => method)

/** Lets seconds pass, and React render what they bring. */
const seconds = (count: number) =>
  act(async () => {
    jest.advanceTimersByTime(count * 1000)
  })

describe("useCartHold", () => {
  it("is loading, and then holds nothing", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await open()
    expect(page.now).toMatchObject({ state: "loading", hold: null, secondsLeft: 0, error: null })
    wait.release(nothingHeld)
    await page.until(({ state }) => state === "none")
    expect(page.now).toMatchObject({ isHeld: false, isExpired: false, isPending: false })
  })

  it("counts down by the database's clock, whatever the browser's says", async () => {
    answer = () => holdFor(900)
    const page = await open()
    await page.until(({ isHeld }) => isHeld)
    expect(page.now.secondsLeft).toBe(900)
    expect(page.now.hold).toMatchObject({ cart_id: "cart_1", lines: [{ quantity: 2 }] })
    await seconds(60)
    expect(page.now.secondsLeft).toBe(840)
    // Somebody puts the browser's clock right, and wrong again.
    for (const time of ["2026-12-31T23:59:00.000Z", "1999-01-01T00:00:00.000Z"]) {
      jest.setSystemTime(Date.parse(time))
      await seconds(1)
    }
    expect(page.now.secondsLeft).toBe(838)
  })

  it("shows every second once", async () => {
    answer = () => holdFor(5)
    const page = await open()
    await page.until(({ isHeld }) => isHeld)
    answer = () => nothingHeld
    for (let second = 0; second < 5; second++) await seconds(1)
    const shown = page.results.map(({ secondsLeft }) => secondsLeft)
    expect(shown.filter((left, index) => left !== shown[index - 1])).toEqual([0, 5, 4, 3, 2, 1, 0])
  })

  it("does not promise the time that the answer took", async () => {
    const wait = held<Answer>()
    answer = () => wait.promise
    const page = await open()
    await until(() => shop.asked.length > 0)
    await seconds(4)
    wait.release(holdFor(60))
    await page.until(({ isHeld }) => isHeld)
    expect(page.now.secondsLeft).toBeLessThanOrEqual(56)
    expect(page.now.secondsLeft).toBeGreaterThan(50)
  })

  it("expires by itself, asks once whether that is so, and says so until something is held again", async () => {
    answer = () => holdFor(30)
    const page = await open()
    await page.until(({ isHeld }) => isHeld)
    shop.asked.length = 0
    answer = () => nothingHeld
    await seconds(30)
    expect(page.now).toMatchObject({ state: "expired", isExpired: true, secondsLeft: 0 })
    await until(() => shop.asked.length === 1)
    await passing(30)
    await act(() => page.now.refetch())
    expect(page.now).toMatchObject({ state: "expired", hold: { lines: [{ quantity: 2 }] } })
    expect(methods()).toEqual(["GET", "GET"])

    answer = () => holdFor(900)
    expect(await act(() => page.now.place())).toBe(true)
    await page.until(({ secondsLeft }) => secondsLeft === 900)
    expect(page.now).toMatchObject({ state: "held", isExpired: false })
  })

  it("asks no more than once about one end, even of a shop that goes on telling of a hold that is over", async () => {
    answer = () => holdFor(0)
    const page = await open()
    await page.until(({ isExpired }) => isExpired)
    await passing(50)
    const { length } = shop.asked
    await passing(100)
    expect(shop.asked).toHaveLength(length)
  })

  it("goes on where another tab has extended it, though its own time is over", async () => {
    answer = () => holdFor(30)
    const page = await open()
    await page.until(({ isHeld }) => isHeld)
    answer = () => holdFor(600)
    await seconds(30)
    await page.until(({ isHeld }) => isHeld)
    expect(page.now.secondsLeft).toBe(600)
  })

  it("is expired by the clock even where nobody can be asked", async () => {
    answer = () => holdFor(30)
    const page = await open()
    await page.until(({ isHeld }) => isHeld)
    answer = () => ({ status: 500, body: {} })
    await seconds(31)
    expect(page.now.state).toBe("expired")
  })

  it("is read again when the tab is looked at", async () => {
    answer = () => holdFor(900)
    const page = await open()
    await page.until(({ isHeld }) => isHeld)
    // The machine has slept, and its stopwatch with it.
    answer = () => nothingHeld
    await act(async () => {
      focusManager.setFocused(false)
      focusManager.setFocused(true)
    })
    await page.until(({ isExpired }) => isExpired)
    focusManager.setFocused(undefined)
  })

  it("is placed, extended and released, each with what the shop answered", async () => {
    const page = await open()
    await page.until(({ state }) => state === "none")
    answer = ({ method }) =>
      method === "DELETE" ? { body: { id: "cart_1", object: "cart_hold", deleted: true } } : holdFor(900)
    expect(await act(() => page.now.place())).toBe(true)
    await page.until(({ secondsLeft }) => secondsLeft === 900)
    await seconds(100)
    expect(page.now.secondsLeft).toBe(800)
    expect(await act(() => page.now.extend())).toBe(true)
    await page.until(({ secondsLeft }) => secondsLeft === 900)
    expect(await act(() => page.now.release())).toBe(true)
    await page.until(({ isHeld }) => !isHeld)
    expect(page.now).toMatchObject({ state: "none", hold: null, secondsLeft: 0 })
    answer = () => nothingHeld
    await act(() => page.now.refetch())
    await passing()
    expect(page.now.state).toBe("none")
    expect(methods().filter((method) => method !== "GET")).toEqual(["POST", "POST", "DELETE"])
  })

  it("says what was refused, with how many there are, keeps what it holds, and forgets it with the next success", async () => {
    answer = ({ method }) => (method === "POST" ? tooMany : holdFor(900))
    const page = await open()
    await page.until(({ isHeld }) => isHeld)
    expect(await act(() => page.now.extend())).toBe(false)
    await page.until(({ error }) => error !== null)
    expect(page.now.error).toMatchObject({
      ...{ code: "insufficient_inventory", details: { requested: 2, available: 1 } },
    })
    expect(page.now.isHeld).toBe(true)
    answer = () => holdFor(900)
    await act(() => page.now.extend())
    await page.until(({ error, isPending }) => error === null && !isPending)
  })

  it("does not let an answer to an older question undo what was done since", async () => {
    const page = await open()
    await page.until(({ state }) => state === "none")
    const wait = held<Answer>()
    answer = ({ method }) => (method === "GET" ? wait.promise : holdFor(900))
    await act(async () => void page.now.refetch())
    await until(() => methods().at(-1) === "GET" && shop.asked.length > 1)
    await act(() => page.now.place())
    wait.release(nothingHeld)
    await passing(30)
    expect(page.now.state).toBe("held")
  })

  it("is of the cart that it is asked for: nothing of another one is left, and without one nothing is asked", async () => {
    answer = ({ method }) => (method === "POST" ? tooMany : nothingHeld)
    const page = await open()
    await page.until(({ state }) => state === "none")
    await act(() => page.now.place())
    await page.until(({ error }) => error !== null)
    await page.render("cart_2")
    await page.until(({ state }) => state === "none")
    expect(page.now.error).toBeNull()
    shop.asked.length = 0
    await page.render(null)
    expect(page.now.state).toBe("loading")
    expect(await page.now.place()).toBe(false)
    expect(shop.asked).toEqual([])
  })

  it("has nothing to count by on a server", () => {
    const Cart = () => createElement("p", null, useCartHold("cart_1").state)
    const provided = createElement(TruestockProvider, { client: truestock(shop.url) }, createElement(Cart))
    const html = renderToString(createElement(QueryClientProvider, { client: queryClient() }, provided))
    expect(html).toContain("loading")
  })
})
