import { adjust } from "./adjust"
import { availability } from "./availability"
import { health } from "./health"
import { history } from "./history"
import { holds } from "./holds"
import { movements } from "./movements"
import { shared } from "./shared"
import { shortfalls } from "./shortfalls"
import { status } from "./status"

export const de = { availability, status, shared, history, movements, adjust, holds, health, shortfalls }
