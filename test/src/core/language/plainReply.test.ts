import { describe, expect, test } from 'vitest'

import { readPlainReply } from '../../../../src/core/language/mailed/plainReply.ts'

const answers = {
  choices: ['yes', 'no', 'maybe', 'here', 'not here', 'unanswered'],
  also: {
    yes: ['attending', 'coming', 'confirmed'],
    no: ['decline', "can't make it", 'cannot come'],
    maybe: ['perhaps', 'not sure', 'peut-etre'],
  },
}
const below =
  '\n\nOn Sat, 21 Nov 2026 at 12:00, Rapporteur <bot@x.example> wrote:\n> Plenary\n> Answer this letter'

describe('a plain reply by mail', () => {
  test.each([
    ['yes', 'yes'], ['Yes.', 'yes'], ['YES!', 'yes'], ['ok', 'yes'], ['oui', 'yes'], ['Oui, merci', 'yes'],
    ['Yes please', 'yes'], ['Yes, with pleasure', 'yes'], ['Thank you, yes', 'yes'], ['Confirmed, thanks', 'yes'],
    ['Dear colleagues,\n\nYes\n\nAnn', 'yes'], ['Hi, yes', 'yes'], ['I will attend.', 'yes'], ['👍', 'yes'],
    ['Thanks for the invitation, I will gladly attend', 'yes'],
    ['No, sorry', 'no'], ['no', 'no'], ['Sorry, no.', 'no'], ['Non, désolée', 'no'], ['Unfortunately I cannot attend', 'no'],
    ["Can't make it", 'no'], ['No - on mission', 'no'], ['Regrettably no.', undefined],
    ['maybe', 'maybe'], ['Maybe, will know on Monday', 'maybe'], ['Peut-être', 'maybe'], ['Not sure', 'maybe'],
    ['No problem', undefined], ['No problem, I will attend', undefined], ['No objection', undefined], ['Yes?', undefined],
    ['No, I will be there', undefined], ['Yes, unfortunately I cannot attend', undefined], ['Yes, no', undefined],
    ['Yes, if it is in the morning', undefined], ['yes or no', undefined], ['Yes, my colleague Bob comes instead', undefined],
    ['I hope that I can attend', undefined], ["I don't think I can attend", undefined], ['Thanks', undefined],
    ['Who else is coming?', undefined], ['here', undefined], ['Noted', undefined], ['', undefined],
  ])('%j above the quoted letter says %s', (said, answer) => {
    expect(readPlainReply(`${said}${below}`, answers).says?.answer).toBe(answer)
    expect(readPlainReply(`${said}${below}`.replaceAll('\n', '\r\n'), answers).says?.answer).toBe(answer)
  }) // biome-ignore format: a table

  test('keeps what stands after the answer in its line, and says that there is more below', () => {
    expect(readPlainReply(`Yes, but 10 min late\nAnn${below}`, answers)).toEqual({
      ...{ line: 'Yes, but 10 min late', hasMore: true },
      says: { answer: 'yes', note: 'but 10 min late' },
    })
  })

  test.each([
    ['Yes\n\nSent from my iPhone', false],
    ['Yes\n\nEnvoyé de mon iPhone', false],
    ['Yes\nBest regards,\nAnn Fall\nHead of office, WCO\n+32 2 209 92 11', false],
    ['Yes\nBest regards,\nAnn\nP.S. only until noon', true],
    ['Yes\nBest regards,\nAnn\nI have to leave at noon, is that a problem?', true],
    ['Yes\nI bring a colleague', true],
    ['Yes\nThanks\nMaria will come too', true],
    ['Yes\nThanks,\nI join at eleven', true],
    ['Yes\nRegards\nAnn Fall, will be late', true],
    ['Yes\nKind regards,\nWill May\nCan Yücel\nChief, Office of the Director-General', false],
  ])('%j: whether more than a signature stands below its first line is %s', (said, hasMore) => {
    expect(readPlainReply(`${said}${below}`, answers)).toMatchObject({ hasMore, says: { answer: 'yes' } })
  })

  test.each([
    ['/meeting rsvp M3 no', 'no'],
    ['meeting rsvp m3 maybe', 'maybe'],
    ['yes to M3', 'yes'],
    ['No for M3, sorry', 'no'],
    ['yes to M4', undefined],
    ['/meeting rsvp M4 no', undefined],
    ['/meeting cancel M3', undefined],
  ])('%j may name the meeting of the letter, and no other: %s', (said, answer) => {
    expect(readPlainReply(`${said}${below}`, answers, 'M3').says?.answer).toBe(answer)
  })

  test('is decided above the quotation alone', () => {
    expect(readPlainReply(`${below.trim()}\n\nyes`, answers).says).toBeUndefined()
    expect(readPlainReply('> yes\n\nno', answers).says).toBeUndefined()
  })
})
