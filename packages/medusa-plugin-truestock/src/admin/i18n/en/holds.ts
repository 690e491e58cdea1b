export const holds = {
  title: "Holds",
  subtitle: "Units kept for a while: for carts at checkout, or because somebody asked for it.",
  filter: "Which holds",
  show: { held: "Held", expired: "Expired", ended: "Ended", any: "Any" },
  column: {
    item: "Item",
    location: "Location",
    quantity: "Units",
    cart: "Cart",
    who: "Asked by",
    expires: "Expires in",
    state: "State",
  },
  state: { held: "Held", expired: "Expired", confirmed: "Confirmed", released: "Released" },
  shopper: "Shopper",
  menu: "What to do with the hold on {{item}}",
  release: {
    action: "Release…",
    title: "Release this hold?",
    description: "{{quantity}} × {{item}} at {{location}} can be sold to anybody at once.",
    descriptionCart:
      "{{quantity}} × {{item}} at {{location}} can be sold to anybody at once. The shopper's cart keeps its line, but no stock is kept for it any more.",
    confirm: "Release",
    done: "Hold released",
  },
  extend: {
    action: "Extend by 15 minutes",
    atLatest: "Cannot be extended any further",
    done: "Held until {{at}}",
  },
  failed: "The hold was not changed",
  refused: {
    reservation_ended: "It has ended meanwhile: it was released, or confirmed for an order.",
    reservation_expired: "It has expired meanwhile.",
    reservation_not_found: "There is no such hold any more.",
    other: "The server says: {{message}}",
  },
  empty: {
    held: {
      title: "Nothing is held",
      hint: "A cart's units are listed here from the beginning of its checkout until it is paid, given up or out of time.",
    },
    expired: { title: "No hold has expired", hint: "Holds whose time ran out are listed here." },
    ended: {
      title: "No hold has ended",
      hint: "Holds that became an order's, or were released, are listed here.",
    },
    any: { title: "There are no holds", hint: "No units have been held for anybody yet." },
  },
}
