import { findOrderDifferences } from "../sql/find-order-differences"
import { counted, type StockCheck, verdictOf } from "./check"

/** What orders took off the shelf is what the books say they took. The chain cannot show a lost decrement; this can. */
export const ordersAgainstMovements: StockCheck = {
  name: "orders_against_movements",
  deep: true,
  run: async ({ connection }, examples) => {
    const before = await findOrderDifferences(connection, "before_books", 1)
    const aside =
      before.count > 0
        ? ` ${counted(before.count, "more was", "more were")} fulfilled before the books were opened, and cannot be compared.`
        : ""
    return verdictOf(await findOrderDifferences(connection, "wrong", examples), {
      ok: `Every fulfilment of an order took from the shelf what it says.${aside}`,
      status: "error",
      summary: (count) =>
        `${counted(count, "item of an order was", "items of orders were")} not booked as it was fulfilled. Count these items.${aside}`,
      example: (row) =>
        `order ${row.order_id}, item ${row.inventory_item_id}: fulfilled ${row.fulfilled}, booked ${row.booked}`,
    })
  },
}
