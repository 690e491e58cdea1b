// Carts refuse what cannot be bought: one line turns it on.
import "medusa-plugin-truestock/cart-hooks"
