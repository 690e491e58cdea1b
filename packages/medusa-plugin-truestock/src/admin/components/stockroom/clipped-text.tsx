/** A text that a cell has not always room for. */
export const ClippedText = ({ text }: { text: string }) => (
  <span className="block max-w-48 truncate" title={text}>
    {text}
  </span>
)
