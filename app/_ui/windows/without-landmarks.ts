/** Tables of an answer are landmarks on a page of their own; where the answer stands in several windows at once they are groups. */
export function withoutLandmarks(html: string): string {
  return html.replaceAll(/(<div class="table-scroll"[^>]*? role=)"region"/g, '$1"group"')
}
