/** SQL that is true of a hearing `h` after which the customer stood there without an answer; also where he was asked back and chose nothing. */
export const isFailure = "(h.outcome IN ('unanswered', 'handoff', 'nothing') OR h.dropped = 1)"

/** What a question weighs that was asked back and left: the answer may have been among the offered ones. */
export const droppedWeight = 0.3
