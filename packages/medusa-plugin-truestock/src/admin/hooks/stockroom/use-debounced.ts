import { useEffect, useState } from "react"

const DEBOUNCE_MS = 250

/** A value once it has rested for a moment, so that not every letter is a request. */
export function useDebounced<Value>(value: Value): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
