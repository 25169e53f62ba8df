import { expect, it } from 'vitest'
import { entry, hazard } from './hazards.fixture'
import { begun, bodyOf, isRequired, pathOf, stepCalled, stepsOpenTo } from './steps'
import { factsOf, lastReturn, proofIn } from './story'
import { lifeOf } from './life'

it('whoever looks is offered what the hazard allows and his role may do', () => {
  const names = (...roles: Parameters<typeof stepsOpenTo>[0]): string[] => stepsOpenTo(roles, hazard()).map(({ action }) => action)
  expect(names('UNIT')).toEqual(['rectification', 'extension-requests'])
  expect(names('SUPERVISOR')).toEqual(['rectification', 'extension-requests', 'transfer', 'merger'])
  expect(names('INSPECTOR', 'INTAKE')).toEqual([])
})

it('an order of a major hazard asks for funds and a plan', () => {
  const asked = (grade: 'MAJOR' | 'SERIOUS'): string[] =>
    stepCalled('assignment')
      .fields.filter(field => isRequired(field, hazard({ grade })))
      .map(({ name }) => name)
  expect(asked('SERIOUS')).toEqual(['unit', 'responsible', 'measures'])
  expect(asked('MAJOR')).toEqual(['unit', 'responsible', 'measures', 'funds', 'contingencyPlan'])
})

it('what was left empty is not sent, and a term is what it comes to', () => {
  expect(
    bodyOf(stepCalled('assignment'), { unit: { code: null, name: ' 某餐馆 ' }, term: { withinDays: 0 }, measures: '', evidence: [], approved: false })
  ).toEqual({ unit: { name: '某餐馆' }, withinDays: 0, approved: false })
  expect(bodyOf(stepCalled('return'), { reason: '不合格', term: undefined })).toEqual({ reason: '不合格' })
})

it('an amount is sent as a number, and what is none as it was typed', () => {
  const sent = (funds: string): unknown => bodyOf(stepCalled('assignment'), { funds }).funds
  expect(['3000', ' 3000.50 ', '0.', '3,000', 'x', ''].map(sent)).toEqual([3000, 3000.5, '0.', '3,000', 'x', undefined])
})

it('a form begins with what is on record, a transfer with nothing', () => {
  expect(begun(stepCalled('assignment'), hazard()).unit).toEqual({ code: 'DW-1', name: '城东区某餐馆' })
  expect(begun(stepCalled('transfer'), hazard()).unit).toEqual({ code: null, name: '' })
})

it('a decision names the request that waits', () => {
  const extensionRequest = { n: 3, until: '', reason: '', interimControls: '', askedAt: '' }
  expect(pathOf(stepCalled('decision'), hazard({ extensionRequest }))).toBe('extension-requests/3/decision')
  expect(pathOf(stepCalled('voiding'), hazard())).toBe('voiding')
})

it('a life goes from found to closed, or ends beside', () => {
  expect(lifeOf(hazard()).map(({ status, state }) => [status, state])).toEqual([
    ['FOUND', 'past'],
    ['ASSIGNED', 'present'],
    ['RECTIFIED', 'future'],
    ['CLOSED', 'future']
  ])
  expect(lifeOf(hazard({ status: 'VOIDED', assignedAt: null })).map(({ status }) => status)).toEqual(['FOUND', 'VOIDED'])
  expect(lifeOf(hazard({ status: 'MERGED' })).map(({ status }) => status)).toEqual(['FOUND', 'ASSIGNED', 'MERGED'])
})

it('a station that was left again has no time to show', () => {
  const returned = hazard({ rectifiedAt: '2026-05-04T00:00:00Z', returns: 1 })
  expect(lifeOf(returned)[2]).toEqual({ status: 'RECTIFIED', at: undefined, state: 'future' })
})

it('a step tells what was said and the deadline that it set, and nobody twice', () => {
  const facts = factsOf(
    entry('returned', { reason: '高度不符', dueAt: '2026-05-08T16:00:00Z', opinionNumber: '复查〔2026〕1号', inspector: '检查员甲' })
  )
  expect(facts).toEqual([
    { name: 'reason', kind: 'text', text: '高度不符' },
    { name: 'opinionNumber', kind: 'text', text: '复查〔2026〕1号' },
    { name: 'dueAt', kind: 'moment', at: '2026-05-08T16:00:00Z' }
  ])
})

it('proof is what any rectification named', () => {
  expect([...proofIn([entry('rectified', { evidence: ['a'] }), entry('returned'), entry('rectified', { evidence: ['b'] })])]).toEqual(['a', 'b'])
})

it('why it was sent back counts only until it is reported again', () => {
  const history = [entry('assigned'), entry('rectified'), entry('returned', { reason: '高度不符' })]
  expect(lastReturn(history)?.data.reason).toBe('高度不符')
  expect(lastReturn([...history, entry('extension-requested')])?.data.reason).toBe('高度不符')
  expect(lastReturn([...history, entry('rectified')])).toBeUndefined()
})
