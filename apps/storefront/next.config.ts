import { join } from "node:path"
import type { NextConfig } from "next"

/** Built once, without a shop: addresses and keys are read when a page is asked for, see lib/settings.ts. */
const config: NextConfig = {
  // The packages lie at the root of the clone.
  outputFileTracingRoot: join(import.meta.dirname, "..", ".."),
  turbopack: { root: join(import.meta.dirname, "..", "..") },
  poweredByHeader: false,
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "x-frame-options", value: "DENY" },
      ],
    },
  ],
}

export default config
