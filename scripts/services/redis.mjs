// @ts-check
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { connect } from "node:net"
import { join } from "node:path"
import { freePort } from "../process/ports.mjs"
import { ownPlace } from "./own-place.mjs"
import { startService } from "./start-service.mjs"

/**
 * A Redis that keeps nothing, on a free port of 127.0.0.1, with a password. Stopped with this process.
 *
 * @param {import("./programs.mjs").Program} program
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startRedis(program) {
  const port = await freePort()
  const password = randomBytes(18).toString("hex")
  // In a file, since arguments can be read by everybody.
  const settings = [
    ...["bind 127.0.0.1", `port ${port}`, `requirepass ${password}`, "daemonize no"],
    ...['save ""', "appendonly no", "dir ."],
  ]
  const own = ownPlace({ "redis.conf": `${settings.join("\n")}\n` })
  const stop = await startService("Redis", program, {
    own,
    args: [join(own.place, "redis.conf")],
    isReady: () => answers(port, password),
  })
  return { url: `redis://:${password}@127.0.0.1:${port}`, stop }
}

/**
 * @param {number} port
 * @param {string} password
 */
async function answers(port, password) {
  const socket = connect(port, "127.0.0.1")
  try {
    await once(socket, "connect")
    socket.write(`AUTH ${password}\r\nPING\r\n`)
    for await (const chunk of socket) {
      if (String(chunk).includes("+PONG")) return true
      if (String(chunk).includes("-")) return false
    }
    return false
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
