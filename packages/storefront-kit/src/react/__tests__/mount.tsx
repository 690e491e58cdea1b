import Medusa from "@medusajs/js-sdk"
import { QueryClient, QueryClientProvider, type QueryClientConfig } from "@tanstack/react-query"
import { act, type ReactNode, StrictMode } from "react"
import { createRoot, type Root } from "react-dom/client"
import * as moments from "../../__tests__/until.js"
import { type ClientSettings, createTruestockClient } from "../../index.js"
import { TruestockProvider } from "../index.js"

export const truestock = (baseUrl: string, settings?: ClientSettings) =>
  createTruestockClient(new Medusa({ baseUrl, publishableKey: "pk_1", auth: { type: "jwt" } }), settings)

/** Without the seconds between two tries. */
export const queryClient = (config: QueryClientConfig["defaultOptions"] = {}) =>
  new QueryClient({ defaultOptions: { ...config, queries: { retryDelay: 1, ...config.queries } } })

/** A page with both providers around whatever is shown in it. */
export async function open(baseUrl: string, queries = queryClient(), client = truestock(baseUrl)) {
  const body = document.body.appendChild(document.createElement("div"))
  const root = createRoot(body)
  mounted.push(root)
  const show = (content: ReactNode) =>
    act(async () =>
      root.render(
        <StrictMode>
          <QueryClientProvider client={queries}>
            <TruestockProvider client={client}>{content}</TruestockProvider>
          </QueryClientProvider>
        </StrictMode>
      )
    )
  return { body, show, unmount: () => unmount(root) }
}

/**
 * Renders a hook in a page with both providers, and keeps every result it had. In strict mode, as React recommends:
 * effects run twice, as they will once React keeps unmounted trees.
 */
export async function mount<Props, Result>(
  baseUrl: string,
  useHook: (props: Props) => Result,
  first: NoInfer<Props>,
  queries = queryClient(),
  client = truestock(baseUrl)
) {
  const results: Result[] = []
  const Probe = ({ props }: { props: Props }) => {
    results.push(useHook(props))
    return null
  }
  const { show, unmount } = await open(baseUrl, queries, client)
  const render = (props: Props) => show(<Probe props={props} />)
  await render(first)
  return {
    results,
    queries,
    get now(): Result {
      return results.at(-1)!
    },
    render,
    unmount,
    /** Lets the page live until it is so. */
    until: (condition: (result: Result) => boolean) => until(() => condition(results.at(-1)!)),
  }
}

const mounted: Root[] = []
const unmount = (root: Root) => act(async () => root.unmount())

/** A page that is left open would go on asking. */
export async function unmountAll() {
  for (const root of mounted.splice(0)) await unmount(root)
}

/** A moment in which answers arrive and React renders them. */
export const passing = (ms?: number) => act(() => moments.passing(ms))

export const until = (condition: () => boolean) => moments.until(condition, passing)
