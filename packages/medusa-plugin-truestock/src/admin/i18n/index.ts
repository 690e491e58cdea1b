import { de } from "./de/texts"
import { en } from "./en/texts"

/**
 * Every text of ours in the dashboard, under keys that begin with `truestock`, in each language that we speak. The
 * only index in here: Medusa's build takes every file of that name for another one of these.
 */
export default {
  en: { translation: { truestock: en } },
  de: { translation: { truestock: de } },
}
