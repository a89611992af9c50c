import { expect, test } from 'vitest'
import { approvalObstacle, approvalRules, canReleaseChangeOf, isApprovalEnough } from './can-approve.ts'

const boris = { id: 'user:boris' }

test.each(approvalRules)('under the rule %s only an approver approves', rule => {
  expect(approvalObstacle(boris, false, rule, [])).toBe('not-an-approver')
  expect(approvalObstacle(boris, false, rule, [boris.id])).toBe('not-an-approver')
  expect(approvalObstacle(boris, true, rule, ['user:anna'])).toBeNull()
})

test('with four eyes nobody approves what he changed, even together with others; without that he does', () => {
  expect(approvalObstacle(boris, true, 'four-eyes', ['user:anna', boris.id])).toBe('own-change')
  expect(approvalObstacle(boris, true, 'required', [boris.id])).toBeNull()
  expect(approvalObstacle(boris, true, 'off', [boris.id])).toBeNull()
})

test('an approval counts under four eyes only when somebody gave it who wrote none of it', () => {
  expect(isApprovalEnough('four-eyes', boris.id, ['user:anna'])).toBe(true)
  expect(isApprovalEnough('four-eyes', boris.id, [boris.id])).toBe(false)
  expect(isApprovalEnough('four-eyes', null, [])).toBe(false)
  expect(isApprovalEnough('required', null, [boris.id])).toBe(true)
  expect(isApprovalEnough('off', null, [])).toBe(true)
})

test('a fact is released by somebody else than who changed it last, where four eyes are asked for', () => {
  expect(canReleaseChangeOf(boris, 'four-eyes', boris.id)).toBe(false)
  expect(canReleaseChangeOf(boris, 'four-eyes', 'user:anna')).toBe(true)
  expect(canReleaseChangeOf(boris, 'required', boris.id)).toBe(true)
})
