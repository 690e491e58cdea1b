/** What the admin calls each status. */
export default {
  en: {
    translation: {
      truestock: {
        status: {
          incoming: "Incoming",
          in_stock: "In stock",
          low_stock: "Low stock",
          preorder: "Preorder",
          backorder: "Backorder",
          out_of_stock: "Out of stock",
          discontinued: "Discontinued",
        },
      },
    },
  },
}
