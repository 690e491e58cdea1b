import { adjust } from "./adjust/adjust.js"
import { feed } from "./feed/feed.js"
import type { Benchmarks } from "./frame/benchmark.js"
import { guard } from "./guard/guard.js"
import { listing } from "./listing/listing.js"
import { refresh } from "./refresh/refresh.js"
import { reports } from "./reports/reports.js"
import { reserve } from "./reserve/reserve.js"

/** What `npm run bench -- <name>` knows. */
export const benchmarks: Benchmarks = {
  listing: {
    about:
      "GET /store/products/available against core's GET /store/products, and its SQL against hand-written SQL",
    products: 10_000,
    run: listing,
  },
  refresh: {
    about: "the whole catalogue changes at once: until the read model has caught up, and in how much memory",
    products: 100_000,
    run: refresh,
  },
  guard: {
    about:
      "checkout, core's inventory service and raw SQL, with lock-first, guard and ledger and without them",
    products: 100_000,
    clients: "1,4",
    run: guard,
  },
  reserve: {
    about:
      "reservations and holds of one hot item and of 10,000, against core's and one statement of raw SQL",
    products: 10_000,
    clients: "1,8,32",
    run: reserve,
  },
  adjust: {
    about: "10,000 levels changed at once, and one level a call, against core's service and raw SQL",
    products: 100_000,
    clients: "1,8,32",
    run: adjust,
  },
  feed: {
    about:
      "a distributor's file read from its zip, title pages looked up, and what of it changes the shop's stock",
    products: 100_000,
    run: feed,
  },
  reports: {
    about: "every report over a ledger of 100 movements a product, at several dates, against a bar of 2 s",
    products: 50_000,
    run: reports,
  },
}
