import type { Movement } from "../../lib/answers"
import { Moment } from "../common/moment"
import { ActorName } from "./actor-name"

type WhenCellProps = { movement: Movement; userNames: Map<string, string> }

/** When it happened, above who did it where that is known. */
export const WhenCell = ({ movement, userNames }: WhenCellProps) => (
  <div className="flex flex-col">
    <Moment at={movement.created_at} />
    {movement.actor_type && movement.actor_id && (
      <ActorName type={movement.actor_type} id={movement.actor_id} name={userNames.get(movement.actor_id)} />
    )}
  </div>
)
