import type { Loss } from '../types.ts'
import type { View } from '../view.ts'
export function findTypedValues(_view: View): Loss[] {
  return []
}
