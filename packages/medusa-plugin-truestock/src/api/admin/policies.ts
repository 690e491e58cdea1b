import type { MiddlewareRoute } from "@medusajs/framework/http"

type Operation = "read" | "create" | "update"
type Resource =
  "inventory_item" | "inventory_level" | "reservation_item" | "stock_location" | "product" | "store"
type Operations = Partial<Record<"GET" | "POST" | "DELETE", Operation>>

/** One declaration for each method of a route. The matcher is the route's own, so that it is in force in front of it. */
function declare(path: string, resource: Resource, operations: Operations): MiddlewareRoute[] {
  return Object.entries(operations).map(([method, operation]) => ({
    methods: [method as keyof Operations],
    matcher: `/admin/${path}`,
    policies: [{ resource, operation }],
  }))
}

/**
 * What an admin's role must allow for our routes, in shops that have Medusa's feature flag `rbac` on (without it these
 * say nothing). The resources are core's own, so that roles which exist mean what they meant: who may not update levels
 * in core's inventory may not adjust, receive, move or count here. The guard's mode is a setting of the shop.
 */
export const adminPolicies: MiddlewareRoute[] = [
  ...declare("inventory", "inventory_item", { GET: "read", POST: "create" }),
  ...declare("inventory/levels", "inventory_level", { POST: "create" }),
  ...declare("inventory/levels/lookup", "inventory_level", { POST: "read" }),
  ...declare("inventory/adjust", "inventory_level", { POST: "update" }),
  ...declare("inventory/receive", "inventory_level", { POST: "update" }),
  ...declare("inventory/costs", "inventory_item", { POST: "update" }),
  ...declare("inventory/movements", "inventory_level", { GET: "read" }),
  ...declare("inventory/movements/history", "inventory_level", { GET: "read" }),
  ...declare("inventory/shortfalls", "inventory_level", { GET: "read" }),
  ...declare("inventory/backorders", "reservation_item", { GET: "read" }),
  ...declare("inventory/reports", "inventory_level", { GET: "read" }),
  ...declare("inventory/reports/:name", "inventory_level", { GET: "read" }),
  ...declare("inventory/incoming", "inventory_level", { GET: "read", POST: "update" }),
  ...declare("inventory/incoming/:id", "inventory_level", { GET: "read", POST: "update" }),
  ...declare("inventory/incoming/:id/cancel", "inventory_level", { POST: "update" }),
  ...declare("inventory/transfers", "inventory_level", { GET: "read", POST: "update" }),
  ...declare("inventory/transfers/:id", "inventory_level", { GET: "read", POST: "update" }),
  ...declare("inventory/transfers/:id/ship", "inventory_level", { POST: "update" }),
  ...declare("inventory/transfers/:id/receive", "inventory_level", { POST: "update" }),
  ...declare("inventory/transfers/:id/cancel", "inventory_level", { POST: "update" }),
  ...declare("inventory/counts", "inventory_level", { GET: "read", POST: "update" }),
  ...declare("inventory/counts/:id", "inventory_level", { GET: "read" }),
  ...declare("inventory/counts/:id/lines", "inventory_level", { GET: "read", POST: "update" }),
  ...declare("inventory/counts/:id/post", "inventory_level", { POST: "update" }),
  ...declare("inventory/counts/:id/cancel", "inventory_level", { POST: "update" }),
  ...declare("inventory/reservations", "reservation_item", { GET: "read", POST: "create" }),
  ...declare("inventory/reservations/:id", "reservation_item", { GET: "read" }),
  ...declare("inventory/reservations/:id/confirm", "reservation_item", { POST: "update" }),
  ...declare("inventory/reservations/:id/release", "reservation_item", { POST: "update" }),
  ...declare("inventory/reservations/:id/extend", "reservation_item", { POST: "update" }),
  ...declare("inventory/locations", "stock_location", { GET: "read" }),
  ...declare("inventory/locations/:location_id", "stock_location", { GET: "read", POST: "update" }),
  ...declare("distributor", "inventory_level", { GET: "read" }),
  ...declare("distributor/:source/titles", "inventory_level", { GET: "read" }),
  ...declare("distributor/:source/runs", "inventory_level", { GET: "read" }),
  ...declare("distributor/:source/setup", "stock_location", { POST: "create" }),
  ...declare("distributor/:source/discover", "product", { POST: "create" }),
  ...declare("distributor/:source/enrich", "product", { POST: "create" }),
  ...declare("distributor/:source/import", "product", { POST: "create" }),
  ...declare("distributor/:source/sync", "inventory_level", { POST: "update" }),
  ...declare("distributor/:source/reset-circuit", "inventory_level", { POST: "update" }),
  ...declare("distributor/:source/settle", "inventory_level", { POST: "update" }),
  ...declare("distributor/runs/:id", "inventory_level", { GET: "read" }),
  ...declare("distributor/runs/:id/changes", "inventory_level", { GET: "read" }),
  ...declare("distributor/runs/:id/rejects", "inventory_level", { GET: "read" }),
  ...declare("distributor/runs/:id/override", "inventory_level", { POST: "update" }),
  ...declare("distributor/runs/:id/stop", "inventory_level", { POST: "update" }),
  ...declare("availability", "product", { GET: "read" }),
  ...declare("availability/feeds", "store", { POST: "update" }),
  ...declare("products/:id/availability", "product", { GET: "read", POST: "update", DELETE: "update" }),
  ...declare("products/:id/availability/policy", "product", { GET: "read", POST: "update" }),
  ...declare("products/:id/availability/history", "product", { GET: "read" }),
  ...declare("truestock/health", "inventory_level", { GET: "read" }),
  ...declare("truestock/guard-mode", "store", { POST: "update" }),
]
