import { useTranslation } from "react-i18next"
import type { ChannelFigures } from "../../lib/availability/answers"
import { Disclosure } from "../common/disclosure"
import { FiguresBlock, FiguresLine } from "./figures"
import { SectionHeading } from "./section-heading"

/** What each sales channel is told of the product; opened, of each of its variants. */
export const ChannelList = ({ channels }: { channels: ChannelFigures[] }) => {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-y-3 px-6 py-4">
      <SectionHeading text={t("truestock.availability.section.channels")} count={channels.length} />
      <ul className="flex flex-col gap-y-2">
        {channels.map((channel) => (
          <li key={channel.sales_channel_id}>
            <Disclosure
              summary={<FiguresLine name={channel.name ?? channel.sales_channel_id} figures={channel} />}
            >
              <ul className="mb-1 ml-[7px] mt-2 flex flex-col gap-y-3 border-l pl-4">
                {channel.variants.map((variant) => (
                  <li key={variant.variant_id}>
                    <FiguresBlock
                      name={variant.title ?? variant.sku ?? variant.variant_id}
                      figures={variant}
                    />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  )
}
