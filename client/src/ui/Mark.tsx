/** The mark: a thread through a point. Decoration; the name stands beside it or in the link around it. */
export function Mark({ width = 32 }: { readonly width?: number }) {
  return (
    <svg width={width} height={(width * 20) / 32} viewBox="0 0 32 20" aria-hidden="true" focusable="false">
      <circle cx="16" cy="10" r="7.25" fill="none" stroke="var(--ink)" strokeWidth="1.75" />
      <path d="M0 10H32" stroke="var(--thread)" strokeWidth="2.5" />
    </svg>
  )
}
