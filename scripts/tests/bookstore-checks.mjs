// @ts-check
import assert from "node:assert/strict"

/** @typedef {import("../bookstore/demo.mjs").Demo} Demo */

/**
 * @param {Demo} demo
 * @param {string} output
 * @param {{ PORT: string, STOREFRONT_PORT: string, PG_PORT: string }} ports
 */
export function requireDemo(demo, output, ports) {
  const keys = [
    "backend_url",
    "storefront_url",
    "admin",
    "publishable_key",
    "region_id",
    "sales_channel_id",
    "database_url",
  ]
  assert.deepEqual(Object.keys(demo), keys)
  assert.deepEqual(Object.keys(demo.admin), ["email", "password"])
  assert.equal(demo.backend_url, `http://localhost:${ports.PORT}`)
  assert.equal(demo.storefront_url, `http://localhost:${ports.STOREFRONT_PORT}`)
  assert.equal(new URL(demo.database_url).port, ports.PG_PORT)
  assert.match(demo.region_id, /^reg_/)
  assert.match(demo.sales_channel_id, /^sc_/)
  const shown = [`${demo.backend_url}/app`, demo.admin.email, demo.admin.password, demo.publishable_key]
  for (const text of shown) assert(output.includes(text), `${text} is not shown in\n${output}`)
  assert(!output.includes(new URL(demo.database_url).password), "the database's password is shown")
}

/**
 * The website shows books of this shop.
 *
 * @param {Demo} demo
 */
export async function requireStorefront({ storefront_url }) {
  const page = await fetch(storefront_url)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /\d+ of \d+ books/)
}

/**
 * Signs in as a browser does, which sends a Secure cookie back over https only.
 *
 * @param {Demo} demo
 */
export async function requireDashboard({ backend_url, admin }) {
  const page = await fetch(`${backend_url}/app`)
  assert.match(await page.text(), /<!doctype html>/i)

  const headers = { "content-type": "application/json" }
  const login = { method: "POST", headers, body: JSON.stringify(admin) }
  const { token } = await json(await fetch(`${backend_url}/auth/user/emailpass`, login))
  const authorization = `Bearer ${token}`
  const session = await fetch(`${backend_url}/auth/session`, {
    method: "POST",
    headers: { ...headers, authorization },
  })
  const cookie = session.headers.get("set-cookie") ?? ""
  assert.match(cookie, /^connect\.sid=/)
  assert.doesNotMatch(cookie, /;\s*secure/i)
  const me = await fetch(`${backend_url}/admin/users/me`, { headers: { cookie: cookie.split(";")[0] ?? "" } })
  assert.equal(me.status, 200)
  assert.equal((await json(me)).user.email, admin.email)
}

/** @param {Demo} demo */
export async function requireListing({ backend_url, publishable_key, region_id }) {
  const url = `${backend_url}/store/products/available?limit=5&region_id=${region_id}`
  const answer = await fetch(url, { headers: { "x-publishable-api-key": publishable_key } })
  const { count, products } = await json(answer)
  assert.equal(answer.status, 200)
  assert(count > 0)
  assert(products.length > 0)
  for (const { availability } of products) assert.match(availability.status, /^(in|low)_stock$/)
}

/**
 * @param {Response} response
 * @returns {Promise<any>}
 */
const json = (response) => response.json()
