import { Input } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useDebounced } from "../../hooks/stockroom/use-debounced"

type SearchFilterProps = {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A text to look for, asked for once the operator rests. */
export const SearchFilter = ({ label, value = "", onChange }: SearchFilterProps) => {
  const [typed, setTyped] = useState(value)
  const rested = useDebounced(typed)
  const told = useRef(value)
  useEffect(() => {
    if (rested === told.current) return
    told.current = rested
    onChange(rested || undefined)
  }, [rested, onChange])
  useEffect(() => {
    // Back, and a filter that is cleared, change it from outside.
    if (value === told.current.trim()) return
    told.current = value
    setTyped(value)
  }, [value])
  return (
    <div className="w-full max-w-64 sm:w-64">
      <Input
        type="search"
        size="small"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  )
}
