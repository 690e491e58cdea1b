// @ts-check
import { createServer } from "node:net"
import { codeOf, Problem } from "./problem.mjs"

/**
 * @param {string} variable
 * @param {string | undefined} value
 * @param {number} fallback
 */
export function portFrom(variable, value, fallback) {
  if (value === undefined || value === "") return fallback
  const port = Number(value)
  if (/^\d+$/.test(value) && port >= 1 && port <= 65535) return port
  throw new Problem(
    `${variable} is ${JSON.stringify(value)}, which is no port: give a number from 1 to 65535.`
  )
}

/**
 * @param {string} variable the environment variable that chooses the port
 * @param {number} port
 * @param {string} what that needs it
 */
export async function requireFreePort(variable, port, what) {
  // Both, since a listener on one address may not keep the other from being bound.
  for (const host of ["127.0.0.1", "::"]) {
    const code = await tryListening(port, host)
    if (code === "EADDRINUSE") {
      throw new Problem(
        `Port ${port} is taken, so ${what} cannot start: stop what listens there, or choose another port, ` +
          `for example ${variable}=${port + 1} npm start.`
      )
    }
    if (code === "EACCES") {
      throw new Problem(`Port ${port} may not be opened by this user: set ${variable} to a port above 1023.`)
    }
  }
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the error code, if any
 */
function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", (error) => resolve(codeOf(error)))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
