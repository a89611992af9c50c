import type { Line } from '../../lines/line.ts'
import { cutLine } from '../../lines/slice-line.ts'

export interface SplitLimits {
  /** What one message may cost. */
  max: number
  /** What a line costs without the line ends around it. */
  cost: (line: Line) => number
  /** How many marks one message may have, and how many a line has. */
  maxMarks?: number
  marks?: (line: Line) => number
  /** Splitting stops soon after this many messages: nobody sends more. */
  maxParts?: number
}

/** Room for "(2/3)" and the empty line before it. */
const counterRoom = 7

/**
 * Lines as messages that each fit: cut between lines, and inside a line only when it alone does not fit. A heading goes with what follows it. The
 * parts hold the same text as the lines, in order; above `maxParts` the rest is left out.
 */
export function splitLines(lines: readonly Line[], limits: SplitLimits): Line[][] {
  const whole = lines.reduce((sum, line) => sum + limits.cost(line) + 2, -2)
  const marks = lines.reduce((sum, line) => sum + marksOf(line, limits), 0)
  if (whole <= limits.max && marks <= (limits.maxMarks ?? Number.POSITIVE_INFINITY)) return [[...lines]]
  const packer = new Packer(limits)
  for (const line of lines) {
    if (packer.isFull()) break
    packer.add(line)
  }
  return packer.finish()
}

function marksOf(line: Line, limits: SplitLimits): number {
  return limits.marks ? limits.marks(line) : 0
}

class Packer {
  private readonly parts: Line[][] = []
  private part: Line[] = []
  private spent = 0
  private marks = 0
  private readonly budget: number
  private readonly limits: SplitLimits

  constructor(limits: SplitLimits) {
    this.limits = limits
    this.budget = limits.max - counterRoom
  }

  add(line: Line): void {
    const cost = this.limits.cost(line)
    if (this.fits(line, cost)) this.push(line, cost)
    else if (cost <= this.budget) {
      this.next()
      if (!this.fits(line, cost)) this.flush()
      this.push(line, cost)
    } else this.addLong(line)
  }

  isFull(): boolean {
    return this.parts.length > (this.limits.maxParts ?? Number.POSITIVE_INFINITY)
  }

  finish(): Line[][] {
    if (this.part.length > 0) this.parts.push(this.part)
    return this.parts
  }

  private fits(line: Line, cost: number): boolean {
    const tooMany = this.part.length > 0 && this.marks + marksOf(line, this.limits) > (this.limits.maxMarks ?? Number.POSITIVE_INFINITY)
    return !tooMany && this.spent + cost + (this.part.length > 0 ? 2 : 0) <= this.budget
  }

  private push(line: Line, cost: number): void {
    this.spent += cost + (this.part.length > 0 ? 2 : 0)
    this.marks += marksOf(line, this.limits)
    this.part.push(line)
  }

  /** A line longer than a message fills up the current one when a good part of it is free. */
  private addLong(line: Line): void {
    const free = this.budget - this.spent - 2
    if (this.part.length > 0 && free < this.budget / 3) this.next()
    if (this.part.length > 0 && this.budget - this.spent - 2 < this.budget / 3) this.flush()
    let rest: Line | null = line
    while (rest && !this.isFull()) {
      const room = this.part.length > 0 ? this.budget - this.spent - 2 : this.budget
      const [piece, after] = cutLine(rest, room, this.limits.cost)
      this.push(piece, this.limits.cost(piece))
      if (after) this.flush()
      rest = after
    }
  }

  /** Begins the next message; headings at the end of this one go there. */
  private next(): void {
    const moved: Line[] = []
    while (this.part.length > moved.length + 1 && this.part[this.part.length - 1 - moved.length]?.kind === 'heading')
      moved.unshift(this.part[this.part.length - 1 - moved.length] as Line)
    this.part.length -= moved.length
    this.flush()
    for (const line of moved) this.push(line, this.limits.cost(line))
  }

  private flush(): void {
    if (this.part.length > 0) this.parts.push(this.part)
    this.part = []
    this.spent = 0
    this.marks = 0
  }
}
