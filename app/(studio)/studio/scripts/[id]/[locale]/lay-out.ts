import dagre from '@dagrejs/dagre'
import type { DraftStep } from './script-draft.ts'

/** Of every box, in pixels. */
export const nodeSize = { width: 176, height: 44 }

export interface Layout {
  nodes: { index: number; x: number; y: number }[]
  edges: { key: string; path: string }[]
  width: number
  height: number
}

/** Where the steps stand and how the lines between them go, from top to bottom; ways to nowhere are left out. */
export function layOut(steps: readonly DraftStep[]): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 14, ranksep: 40, marginx: 12, marginy: 12 })
  graph.setDefaultEdgeLabel(() => ({}))
  const indexOf = new Map(steps.map(({ id }, index) => [id, index]))
  for (const index of indexOf.values()) graph.setNode(String(index), { ...nodeSize })
  for (const [index, step] of steps.entries()) {
    const targets = step.kind === 'question' ? step.options.map(({ next }) => next) : step.kind === 'end' ? [] : [step.next]
    for (const target of new Set(targets)) {
      const to = indexOf.get(target)
      if (to !== undefined) graph.setEdge(String(index), String(to))
    }
  }
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    nodes: graph.nodes().map(name => ({ index: Number(name), x: graph.node(name).x, y: graph.node(name).y })),
    edges: graph.edges().map(edge => ({ key: `${edge.v}-${edge.w}`, path: pathOf(graph.edge(edge).points) })),
    width: Math.ceil(width),
    height: Math.ceil(height),
  }
}

function pathOf(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}
