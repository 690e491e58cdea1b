import localFont from "next/font/local"

// From @fontsource, so that nothing is fetched from elsewhere. Asked for with the page, and only shown if they are there at
// once: text never moves under a reader's eyes. Letters such as ł are in a file of their own, which few pages need.

const literata = localFont({
  src: "../../../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2",
  variable: "--literata",
  display: "optional",
  weight: "200 900",
  adjustFontFallback: "Times New Roman",
})

const literataExt = localFont({
  src: "../../../node_modules/@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2",
  variable: "--literata-ext",
  display: "optional",
  weight: "200 900",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
})

const inter = localFont({
  src: "../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--inter",
  display: "optional",
  weight: "100 900",
  adjustFontFallback: "Arial",
})

/** For the document's element: makes the families known to the styles. */
export const fontClasses = [literata, literataExt, inter].map(({ variable }) => variable).join(" ")
