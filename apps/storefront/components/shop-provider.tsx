"use client"

import Medusa from "@medusajs/js-sdk"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { createTruestockClient } from "truestock-storefront-kit"
import { TruestockProvider } from "truestock-storefront-kit/react"

type ShopProviderProps = { shopUrl: string; publishableKey: string; children: ReactNode }

/** Lets what is below ask the shop from the browser. The key is the one that every storefront shows. */
export function ShopProvider({ shopUrl, publishableKey, children }: ShopProviderProps) {
  const [queries] = useState(() => new QueryClient())
  const [client] = useState(() =>
    createTruestockClient(
      new Medusa({
        baseUrl: shopUrl,
        publishableKey,
        // Who is signed in is known to this site's server alone.
        auth: { type: "jwt", jwtTokenStorageMethod: "nostore" },
      })
    )
  )
  return (
    <QueryClientProvider client={queries}>
      <TruestockProvider client={client}>{children}</TruestockProvider>
    </QueryClientProvider>
  )
}
