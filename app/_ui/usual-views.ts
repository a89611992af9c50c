/** What everybody looks for in the list of articles, with the filters of its address in their one order; `name` as in the messages. */
export const usualViews = [
  { name: 'all', query: '' },
  { name: 'mine', query: 'owner=me' },
  { name: 'inReview', query: 'state=review-in-review' },
  { name: 'due', query: 'sort=due&state=due' },
  { name: 'outdated', query: 'state=outdated' },
  { name: 'losses', query: 'state=losses' },
] as const
