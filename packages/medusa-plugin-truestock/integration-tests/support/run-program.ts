import { spawn } from "node:child_process"
import path from "node:path"
import { BOOKSTORE } from "./bookstore"

export const TRUESTOCK = path.resolve(__dirname, "../../bin/truestock.js")

export type Ended = { code: number | null; out: string; err: string }

/** Runs a program to its end. */
export function runProgram(file: string, args: string[], { cwd = BOOKSTORE, env = {} } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const ended: Ended = { code: null, out: "", err: "" }
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: "", MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    })
    child.stdout.on("data", (data) => (ended.out += data))
    child.stderr.on("data", (data) => (ended.err += data))
    child.on("close", (code) => resolve({ ...ended, code }))
  })
}
