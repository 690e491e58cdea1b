import { spawnSync } from "node:child_process"
import { join } from "node:path"

type Weight = { name: string; bytes: number; limit?: number; imports: string[] }

/** As `npm run size` measures it. */
function weights(): { entries: Weight[]; shaken: Weight[] } {
  const script = join(__dirname, "../../scripts/size.mjs")
  const { stdout, stderr } = spawnSync(process.execPath, [script, "--json"], { encoding: "utf8" })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

describe("what a browser has to load", () => {
  const { entries, shaken } = weights()

  it.each([...entries, ...shaken])("of $name is $bytes bytes, at most $limit", ({ bytes, limit }) => {
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(limit!)
  })

  it("is nothing but ours where there is no React, and only peers where there is", () => {
    const imports = Object.fromEntries(entries.map((entry) => [entry.name, entry.imports]))
    const peers = ["@tanstack/react-query", "react", "react/jsx-runtime"]
    expect(imports).toEqual({
      ...{ ".": [], "./label": [], "./merchant": [] },
      ...{ "./react": peers, "./components": peers },
    })
  })

  it("is less than the whole where only a part is imported", () => {
    const whole = entries.find(({ name }) => name === ".")!.bytes
    for (const { bytes } of shaken) expect(bytes).toBeLessThan(whole / 2)
  })
})
