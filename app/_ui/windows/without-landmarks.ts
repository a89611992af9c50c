/** Tables of an answer are landmarks on a page of their own; where the answer stands in several windows at once they are groups. */
export function withoutLandmarks(html: string): string {
  return html.replaceAll('<section class="table-scroll"', '<section role="group" class="table-scroll"')
}
