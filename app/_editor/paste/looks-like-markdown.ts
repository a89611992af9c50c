const certain = [
  /^#{1,6} \S/m,
  /^(```|~~~)/m,
  /^\|?[ :-]*-{3,}[ :-]*\|[ :|-]*$/m,
  /^:{2,4}[a-z]+/m,
  /\[[^\]\n]+\]\((https?:|mailto:|tel:|article:)[^)\s]+\)/,
  /:fact\[[a-z]/,
]
const perhaps = [/^ {0,3}[-*+] \S/gm, /^ {0,3}\d{1,3}[.)] \S/gm, /^> \S/gm, /\*\*[^*\n]+\*\*/g]

/** Whether a plain text was written as Markdown: one sign that nobody writes by accident, or two of those that somebody might. */
export function looksLikeMarkdown(text: string): boolean {
  if (certain.some(sign => sign.test(text))) return true
  return perhaps.reduce((count, sign) => count + (text.match(sign)?.length ?? 0), 0) >= 2
}
