import type { ExecArgs } from "@medusajs/framework/types"
import type { Booted } from "./run-with-shop"
import type { Ended } from "./run-program"

type Script = (args: ExecArgs) => Promise<void>

/** Runs the script of a command in the booted shop, as `medusa exec` would, and gives back what it says. */
export async function runScript({ container }: Booted, script: Script, ...args: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: "", err: "" }
  const before = process.exitCode
  const take = (key: "out" | "err") => (text: unknown) => {
    ended[key] += String(text)
    return true
  }
  const spies = [
    jest.spyOn(process.stdout, "write").mockImplementation(take("out") as never),
    jest.spyOn(process.stderr, "write").mockImplementation(take("err") as never),
  ]
  try {
    await script({ container, args })
    ended.code = Number(process.exitCode ?? 0)
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.exitCode = before
  }
  return ended
}
