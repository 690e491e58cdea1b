import {
  addToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { validateAddToCart } from "./workflows/cart/validate-add-to-cart"
import { validateCompleteCart } from "./workflows/cart/validate-complete-cart"
import { validateCreateCart } from "./workflows/cart/validate-create-cart"
import { validateUpdateLineItem } from "./workflows/cart/validate-update-line-item"

/*
 * `import "medusa-plugin-truestock/cart-hooks"` in a file of the shop's src/workflows makes carts refuse what is not
 * purchasable. Medusa takes one handler per hook: a shop with handlers of its own does not import this, and calls
 * ours from them. This file stands outside the folders that Medusa loads by itself, or nobody could do without it.
 */
addToCartWorkflow.hooks.validate(validateAddToCart)
updateLineItemInCartWorkflow.hooks.validate(validateUpdateLineItem)
createCartWorkflow.hooks.validate(validateCreateCart)
completeCartWorkflow.hooks.validate(validateCompleteCart)
