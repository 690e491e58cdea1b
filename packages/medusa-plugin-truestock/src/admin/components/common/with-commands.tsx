import { Code } from "@medusajs/ui"

/** A text in which the server has put commands between backticks. */
export const WithCommands = ({ text }: { text: string }) => (
  <>{text.split("`").map((part, index) => (index % 2 ? <Code key={index}>{part}</Code> : part))}</>
)
