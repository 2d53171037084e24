/** What people wrote, within a line of Markdown: every character that could start or close markup, and what is one only at the start of a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~&$]/g, '\\$&')
    .replace(/^([#+=-]+)/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/:\/\//g, ':&#47;/')
    .replace(/@/g, '&#64;')
}
