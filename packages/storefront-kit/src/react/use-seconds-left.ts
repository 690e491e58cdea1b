"use client"

import { useEffect, useReducer } from "react"
import { type KnownHold, millisecondsLeft } from "./cart-hold-query.js"

/** Whole seconds that a hold has left, begun ones included, counted once a second; 0 where nothing is held. */
export function useSecondsLeft(known: KnownHold | undefined): number {
  const [ticks, tick] = useReducer((count: number) => count + 1, 0)
  const left_ms = known ? Math.max(0, millisecondsLeft(known, performance.now())) : 0
  const seconds = Math.ceil(left_ms / 1000)
  useEffect(() => {
    if (!known || seconds === 0) return
    // To the moment at which the number changes; a timer that is late, or early, is made up for by the next.
    const wait_ms = millisecondsLeft(known, performance.now()) - (seconds - 1) * 1000
    const timer = setTimeout(tick, Math.max(1, wait_ms))
    return () => clearTimeout(timer)
  }, [known, seconds, ticks])
  return seconds
}
