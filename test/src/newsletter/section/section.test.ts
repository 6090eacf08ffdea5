import { describe, expect, test } from 'vitest'

import { adapt } from '../../../../src/newsletter/section/adapt.ts'
import { startingWeights } from '../../../../src/newsletter/section/definitions.ts'
import { type IssueExample, learn, sharesOf } from '../../../../src/newsletter/section/learn.ts'
import { leaveOneIssueOut } from '../../../../src/newsletter/section/leaveOneOut.ts'
import { proposeSection } from '../../../../src/newsletter/section/propose.ts'
import { sectionWeights } from '../../../../src/newsletter/section/weights.ts'
import { weightsHere } from '../../../../src/newsletter/section/weightsHere.ts'
import { isSectionKey, subsections } from '../../../../src/newsletter/sections.ts'
import recorded from '../../../fixtures/sectionExamples.json' with { type: 'json' }

const examples: readonly IssueExample[] = recorded.flatMap(({ issue, section, features }) =>
  isSectionKey(section) ? [{ issue, section, features: features.split('; ') }] : [],
)

describe('the section on issues that were kept back from learning', () => {
  const figures = leaveOneIssueOut(examples)

  test('is the first proposed for 70 % and one of the first two for 85 %, with its confusion table', () => {
    console.log(table(figures.judged))
    for (const issue of new Set(examples.map((one) => one.issue))) {
      const judged = figures.judged.filter((one) => one.issue === issue)
      const right = judged.filter(({ wanted, proposed }) => wanted === proposed).length
      console.log(`${issue}: ${right} of ${judged.length}`)
      expect(right / judged.length).toBeGreaterThanOrEqual(0.6)
    }

    expect(figures.first / figures.items).toBeGreaterThanOrEqual(0.7)
    expect(figures.two / figures.items).toBeGreaterThanOrEqual(0.85)
  })

  test('is right for nineteen of twenty that are taken without asking', () => {
    expect(figures.sure).toBeGreaterThanOrEqual(30)
    expect(figures.sureRight / figures.sure).toBeGreaterThanOrEqual(0.95)
  })
})

function table(judged: ReturnType<typeof leaveOneIssueOut>['judged']): string {
  const keys = subsections.map(({ key }) => key)
  const rows = keys.map((wanted) => {
    const counts = keys.map(
      (proposed) => judged.filter((one) => one.wanted === wanted && one.proposed === proposed).length,
    )
    return `${wanted.padEnd(20)}${counts.map((count) => String(count || '.').padStart(4)).join('')}`
  })
  return ['Rows: as published. Columns: as proposed, in the same order.', ...rows].join('\n')
}

describe('the weights', () => {
  test('are those that the recorded examples teach', () => {
    const start = startingWeights()

    expect(learn(examples, start.sections, start).features).toEqual(sectionWeights.features)
  })

  test('move a little with what one secretariat accepted, and far with fifty such items', () => {
    const features = ['head workshop', 'activity in a place', 'has training']
    const moved = { section: 'civil-society' as const, features }
    const share = (count: number) => {
      const taught = Array.from({ length: count }, () => moved)
      const weights = learn(taught, sectionWeights.sections, sectionWeights)
      return sharesOf(weights, features)[weights.sections.indexOf('civil-society')] ?? 0
    }

    expect(share(1)).toBeLessThan(0.2)
    expect(share(50)).toBeGreaterThan(0.6)
  })

  test('learn in one store without forgetting: on the other half of an unseen issue they are no worse', () => {
    const issue = 'newsletter-2022-05-06'
    const start = startingWeights()
    const base = learn(
      examples.filter((one) => one.issue !== issue),
      start.sections,
      start,
    )
    const own = examples.filter((one) => one.issue === issue)
    const lessons = own.filter((_, at) => at % 2 === 0)
    const others = own.filter((_, at) => at % 2 === 1)
    const here = weightsHere(adapt(base, lessons), [], base)
    const right = (weights: typeof base) =>
      others.filter(({ section, features }) => proposeSection(features, weights).section === section).length
    console.log(`${issue}, second half: ${right(base)} of ${others.length} before, ${right(here)} after`)

    expect(own.length).toBeGreaterThan(20)
    expect(right(here)).toBeGreaterThanOrEqual(right(base))
  })

  test('are moved by lessons so far at most, however many there are', () => {
    const features = ['head workshop', 'activity in a place']
    const lessons = Array.from({ length: 300 }, () => ({ section: 'civil-society' as const, features }))

    expect(Math.max(...Object.values(adapt(sectionWeights, lessons)).flat())).toBeLessThanOrEqual(0.8)
  })

  test('say in a few words why, and rank every section', () => {
    const proposal = proposeSection(['office opens', 'office speaks', 'verb say'], sectionWeights)

    expect(proposal).toMatchObject({
      section: 'key-issues',
      sure: true,
      why: expect.stringContaining('speaks'),
    })
    expect([...proposal.ranked].sort()).toEqual(subsections.map(({ key }) => key).sort())
  })

  test('are not sure of an item that says nothing', () => {
    expect(proposeSection(['no entity', 'no place'], sectionWeights).sure).toBe(false)
  })

  test('are not sure of an item of whose words they know none, whatever its length and date speak for', () => {
    const unread = ['verb none', 'noun none', 'nothing held', 'one entity', 'entity opens', 'month alone']

    expect(proposeSection(unread, sectionWeights)).toMatchObject({ section: 'publications', sure: false })
    expect(proposeSection([...unread, 'has publication'], sectionWeights).sure).toBe(true)
    expect(proposeSection(unread, sectionWeights, ['publications']).sure).toBe(true)
  })
})
