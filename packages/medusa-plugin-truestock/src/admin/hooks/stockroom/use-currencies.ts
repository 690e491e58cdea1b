import { useQuery } from "@tanstack/react-query"
import { client } from "../../lib/client"
import { queryKeys } from "../../lib/query-keys"

/** The codes of the currencies that the shop sells in, its default one first. */
export function useCurrencies(): string[] {
  const { data } = useQuery({
    queryKey: queryKeys.currencies(),
    queryFn: () => client.admin.store.list({ fields: "id,*supported_currencies" }),
  })
  const currencies = data?.stores[0]?.supported_currencies ?? []
  return [...currencies]
    .sort((one, other) => Number(other.is_default) - Number(one.is_default))
    .map(({ currency_code }) => currency_code)
}
