import type { Trouble } from "@/lib/trouble"

/** Why something was not done; read out at once. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  return (
    <p role="alert" className={trouble ? "trouble" : "visually-hidden"}>
      {trouble?.message}
    </p>
  )
}
