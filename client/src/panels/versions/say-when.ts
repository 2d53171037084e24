/** When a version was kept: day and time, as lists show it. */
export function sayWhen(at: number): string {
  return new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
}
