/** CTE `cost`: each item's moving average at the moment `at` (a binding), in its currency. What nobody has told the cost of is not in it. */
export const costsAt = (at: string) => `
  cost as (
    select inventory_item_id, (max(array[id, average_cost]))[2] as average_cost,
      (array_agg(currency_code))[1] as currency_code
    from item_cost where created_at < cast(:${at} as timestamptz) + interval '1 millisecond'
    group by inventory_item_id
  )`
