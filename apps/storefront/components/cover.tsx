import { wrapped } from "@/lib/wrapped"

const PALETTES = [
  ["#1f3d36", "#e9d8a6", "#f7f1e1"],
  ["#7a2e2a", "#f0c9a4", "#fdf3e7"],
  ["#22304f", "#d9b44a", "#f3efe3"],
  ["#e8dcc3", "#8a3b24", "#2c211b"],
  ["#3b2a4a", "#e2a9a0", "#f8ecea"],
  ["#d7e0da", "#2f5d50", "#1d2b27"],
  ["#b9562b", "#f6dfb8", "#fff6e6"],
  ["#2b4a5e", "#a9cbd0", "#f1f7f7"],
] as const

type CoverProps = { title: string; author: string | null }

/**
 * A book's cover, drawn from title and author: the same for the same book, always. Hidden from screen readers, since both
 * stand beside it as text.
 */
export function Cover({ title, author }: CoverProps) {
  const seed = hashOf(`${title}/${author ?? ""}`)
  const [paper, accent, ink] = PALETTES[seed % PALETTES.length]!
  const lines = wrapped(title, 13, 5)
  const size = lines.length > 3 || lines.some((line) => line.length > 11) ? 21 : 26
  return (
    <svg className="cover" viewBox="0 0 200 300" aria-hidden="true" focusable="false">
      <rect width="200" height="300" fill={paper} />
      <Ornament kind={(seed >>> 4) % 4} colour={accent} turn={(seed >>> 8) % 60} />
      <g fill={ink} textAnchor="middle" fontFamily="var(--serif)">
        {lines.map((line, index) => (
          <text key={index} x="100" y={72 + index * size * 1.18} fontSize={size} fontWeight="600">
            {line}
          </text>
        ))}
        {wrapped(author ?? "", 24, 2).map((line, index) => (
          <text key={index} x="100" y={264 + index * 15} fontSize="12" letterSpacing="0.6">
            {line}
          </text>
        ))}
      </g>
      <rect x="0" width="9" height="300" fill="#000" opacity="0.12" />
    </svg>
  )
}

/** One of four plain drawings under the title. */
function Ornament({ kind, colour, turn }: { kind: number; colour: string; turn: number }) {
  const stroke = { fill: "none", stroke: colour, strokeWidth: 2 }
  if (kind === 0) return <rect x="14" y="14" width="172" height="272" {...stroke} />
  if (kind === 1) {
    return (
      <g {...stroke} opacity="0.7">
        {[18, 32, 46, 60].map((radius) => (
          <circle key={radius} cx={70 + turn} cy="222" r={radius} />
        ))}
      </g>
    )
  }
  if (kind === 2) {
    return (
      <g {...stroke} opacity="0.75">
        {[0, 1, 2, 3, 4].map((index) => (
          <path
            key={index}
            d={`M0 ${190 + index * 13} Q 50 ${170 + index * 13 + turn / 3} 100 ${190 + index * 13} T 200 ${190 + index * 13}`}
          />
        ))}
      </g>
    )
  }
  return (
    <g fill={colour}>
      <rect x="28" y="34" width="144" height="3" />
      <rect x="28" y="238" width="144" height="3" />
      <path d="M100 196 l12 16 -12 16 -12 -16 z" />
    </g>
  )
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 2166136261
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
  }
  return hash >>> 0
}
