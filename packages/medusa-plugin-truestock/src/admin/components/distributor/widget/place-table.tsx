import { useTranslation } from "react-i18next"
import type { Title } from "../../../../modules/distributor/titles/title"
import { Units } from "../units"

/** Stock by place, and what the places that count come to. */
export const PlaceTable = ({ title: { locations, on_hand, on_order } }: { title: Title }) => {
  const { t } = useTranslation()
  return (
    <table className="txt-compact-small w-full">
      <thead className="text-ui-fg-muted txt-compact-xsmall">
        <tr className="[&_th]:pb-1 [&_th]:font-normal">
          <th className="text-left">{t("truestock.distributor.widget.place")}</th>
          <th className="text-right">{t("truestock.distributor.widget.onHand")}</th>
          <th className="text-right">{t("truestock.distributor.widget.onOrder")}</th>
        </tr>
      </thead>
      <tbody>
        {locations.map((place) => (
          <tr key={place.code} className="[&_td]:py-1">
            <td>
              {place.code}
              {place.stocked === false && (
                <span className="text-ui-fg-muted"> ({t("truestock.distributor.widget.notCarried")})</span>
              )}
            </td>
            <td className="text-right">
              <Units count={place.on_hand} />
            </td>
            <td className="text-right">
              <Units count={place.on_order} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t font-medium">
        <tr className="[&_td]:pt-1">
          <td>{t("truestock.distributor.widget.sum")}</td>
          <td className="text-right">
            <Units count={on_hand} />
          </td>
          <td className="text-right">
            <Units count={on_order} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
