import { clx } from "@medusajs/ui"

/** A text in a cell, cut where it is long; all of it is its title. */
export const Clipped = ({ text, className }: { text: string; className?: string }) => (
  <span className={clx("block max-w-56 truncate", className)} title={text}>
    {text}
  </span>
)
