import { useEffect, useRef, useState, type RefObject } from "react"

/** The width that an element has on the page, in CSS pixels; undefined until it was laid out. */
export function useWidth<Element extends HTMLElement>(): [RefObject<Element>, number | undefined] {
  const ref = useRef<Element>(null)
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    if (!ref.current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
