import { runOnTwoMachines } from "./support/machines"
import { keepsItsPromises } from "./support/promises"

const { REDIS_URL } = process.env
// A caller of locking-postgres keeps a connection while it waits: with fewer than callers, the one who holds the lock
// finds none to work with.
const POOL = "40"

runOnTwoMachines({ name: "Two servers that lock in memory" }, (machines) =>
  keepsItsPromises(machines, { checkouts: true })
)

runOnTwoMachines(
  { name: "Two servers that lock in Postgres", env: { LOCKING: "postgres", DATABASE_POOL_MAX: POOL } },
  keepsItsPromises
)

runOnTwoMachines(
  { name: "Two servers that lock in Redis", env: { LOCKING: "redis", REDIS_URL }, isAvailable: !!REDIS_URL },
  keepsItsPromises
)
