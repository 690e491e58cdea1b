import type { MiddlewareRoute } from "@medusajs/framework/http"

/** Medusa takes 100 kB by default. 10,000 adjustments, each with a reference and a line of note, are about 4 MB. */
export const inventoryMiddlewares: MiddlewareRoute[] = [
  { methods: ["POST"], matcher: "/admin/inventory/adjust", bodyParser: { sizeLimit: "8mb" } },
  { methods: ["POST"], matcher: "/admin/inventory/levels/lookup", bodyParser: { sizeLimit: "4mb" } },
  { methods: ["POST"], matcher: "/admin/inventory/receive", bodyParser: { sizeLimit: "8mb" } },
  { methods: ["POST"], matcher: "/admin/inventory/costs", bodyParser: { sizeLimit: "8mb" } },
  { methods: ["POST"], matcher: "/admin/inventory/incoming", bodyParser: { sizeLimit: "8mb" } },
  { methods: ["POST"], matcher: "/admin/inventory/counts/:id/lines", bodyParser: { sizeLimit: "2mb" } },
  { methods: ["POST"], matcher: "/admin/inventory/reservations", bodyParser: { sizeLimit: "2mb" } },
]
