/**
 * What each entry of the package weighs in a browser: bundled whole and minified by esbuild (Medusa's admin brings it along),
 * without the peer dependencies, gzipped. Prints one line per entry, and fails where one is above its limit in
 * size-limits.json. With `--json` prints `{ entries: [...], shaken: [...] }`; `shaken` is what importing one function from the
 * main entry brings along, and `imports` are the peers that are asked for.
 */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const read = (name) => JSON.parse(readFileSync(join(root, name), "utf8"))
const { exports, peerDependencies } = read("package.json")
const limits = read("size-limits.json")

/** Built from the sources, so that nothing need be built before. */
async function weigh(contents) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    external: Object.keys(peerDependencies).flatMap((name) => [name, `${name}/*`]),
    // A bundler of the shop honours it too, but warns of it.
    logOverride: { "module-level-directive": "silent", "ignored-directive": "silent" },
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path))
  return {
    bytes: gzipSync(outputFiles[0].contents, { level: 9 }).length,
    imports: [...new Set(imports)].sort(),
  }
}

const sourceOf = (target) => target.default.replace("./dist/", "./src/").replace(/\.js$/, "")

const entries = []
for (const [name, target] of Object.entries(exports)) {
  if (typeof target === "string") continue
  const weight = await weigh(`export * from ${JSON.stringify(sourceOf(target))}`)
  entries.push({ name, ...weight, limit: limits.entries[name] })
}
const shaken = []
for (const [name, limit] of Object.entries(limits.shaken)) {
  shaken.push({ name, ...(await weigh(`export { ${name} } from "./src/index"`)), limit })
}

if (process.argv.includes("--json")) process.stdout.write(JSON.stringify({ entries, shaken }))
else {
  for (const { name, bytes, limit } of [...entries, ...shaken]) {
    process.stdout.write(`${name.padEnd(24)} ${String(bytes).padStart(6)} B gzipped, limit ${limit}\n`)
  }
}
// An entry without a limit is above it.
process.exitCode = [...entries, ...shaken].every(({ bytes, limit }) => bytes <= limit) ? 0 : 1
