import type { Role } from './actor.ts'

/** The people of the demo. Anybody may know this password: it exists only where ISTOK_DEMO is 1. */
export const demoPassword = 'istok-demo-2026'

export interface DemoUser {
  kind: 'editor' | 'approver' | 'operator' | 'admin'
  email: string
  name: string
  roles: Role[]
}

export const demoUsers: DemoUser[] = [
  { kind: 'editor', email: 'editor@istok.demo', name: 'Елена Редактор', roles: ['author', 'publisher'] },
  { kind: 'approver', email: 'approver@istok.demo', name: 'Павел Согласующий', roles: ['approver', 'publisher'] },
  { kind: 'operator', email: 'operator@istok.demo', name: 'Ольга Оператор', roles: ['operator'] },
  { kind: 'admin', email: 'admin@istok.demo', name: 'Антон Администратор', roles: ['admin'] },
]
