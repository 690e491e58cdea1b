import { de } from "./de"
import { en } from "./en"

/** Every text of ours in the dashboard, under keys that begin with `truestock`, in each language that we speak. */
export default {
  en: { translation: { truestock: en } },
  de: { translation: { truestock: de } },
}
