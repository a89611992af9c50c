/** Seconds (HARDENING.md B4): a session ends after this long without use, */
export const idleSession = 30 * 60
/** and after this long in any case. */
export const longestSession = 12 * 60 * 60
