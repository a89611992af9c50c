/** Whether the work ended within so many milliseconds, Infinity being as long as it takes. Throws what the work throws in that time. */
export async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  if (milliseconds === Number.POSITIVE_INFINITY) return work.then(() => true)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
