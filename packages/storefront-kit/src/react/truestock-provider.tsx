"use client"

import { createContext, useContext, type ReactNode } from "react"
import type { TruestockClient } from "../client/truestock-client.js"

const TruestockContext = createContext<TruestockClient | null>(null)

/** Gives the hooks below it their client. Stands inside react-query's `QueryClientProvider`. */
export function TruestockProvider({ client, children }: { client: TruestockClient; children?: ReactNode }) {
  return <TruestockContext.Provider value={client}>{children}</TruestockContext.Provider>
}

/** The client of the `TruestockProvider` around the component. */
export function useTruestock(): TruestockClient {
  const client = useContext(TruestockContext)
  if (!client) throw new Error("There is no TruestockProvider around this component: give it the client.")
  return client
}
