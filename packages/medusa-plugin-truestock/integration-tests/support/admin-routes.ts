import { readdirSync } from "node:fs"
import path from "node:path"

const API = path.resolve(__dirname, "../../src/api")
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

/** Every admin route of the plugin as it stands in the files, with its methods: `["POST", "/admin/inventory/adjust"]`. */
export async function adminRoutes(): Promise<[method: string, matcher: string][]> {
  const files = readdirSync(path.join(API, "admin"), { recursive: true, encoding: "utf8" })
  const routes = files.filter((file) => path.basename(file) === "route.ts").sort()
  const each = routes.map(async (file): Promise<[string, string][]> => {
    const exported = Object.keys(await import(path.join(API, "admin", file)))
    const matcher = `/admin/${path.dirname(file)}`.replace(/\[(\w+)\]/g, ":$1")
    return METHODS.filter((method) => exported.includes(method)).map((method) => [method, matcher])
  })
  return (await Promise.all(each)).flat()
}
