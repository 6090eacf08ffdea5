import { describe, expect, test } from 'vitest'

import { mailedAnswer } from '../../../../src/core/language/mailed/mailedAnswer.ts'
import { waitingMeeting, whicheverWaits } from '../../../../src/core/language/trailing/answers.ts'

const below = `
On Mon, 23 Nov 2026 at 10:00, Rapporteur <bot@example.org> wrote:
> You are invited: Border review (ETCIP), Fri 27 Nov 2026, 10:00.
> Yes: /meeting rsvp M4 answer:yes`

describe('a mail that answers an invitation', () => {
  test.each([
    [
      'Dear Secretariat,\n\nI confirm my participation in the meeting.\n\nBest regards,\nAnn Lee\nUNODC',
      { meeting: waitingMeeting, answer: 'yes' },
    ],
    ['Hello, we will participate in the workshop. Best, Ann', { meeting: whicheverWaits, answer: 'yes' }],
    [
      'Dear Secretariat, I confirm my participation in the meeting. Best regards, Ann',
      { meeting: waitingMeeting, answer: 'yes' },
    ],
    [
      `Dear all,\n\nThank you for the invitation. We will attend.\n\nKind regards\nAnn\n${below}`,
      { meeting: 'M4', answer: 'yes' },
    ],
    [
      `Hello,\nUnfortunately I am unable to attend as I will be on mission in Dakar.\nRegards, Ann${below}`,
      { meeting: 'M4', answer: 'no', note: 'I will be on mission in Dakar' },
    ],
    [
      'Dear colleagues,\nI regret that I will not be able to join M7. My colleague Bob Ray can be reached instead.\nSent from my iPhone',
      { meeting: 'M7', answer: 'no', note: 'My colleague Bob Ray can be reached instead.' },
    ],
    [
      'Dear Madam,\nI am pleased to accept the invitation to the Border review on 27 November.\nYours sincerely,\nAnn',
      { meeting: 'Border review', answer: 'yes' },
    ],
    [
      'Hi, I am not yet sure whether I can come. Best regards, Ann',
      { meeting: waitingMeeting, answer: 'maybe' },
    ],
    ['Hello, I will attend on Friday 4 December. Regards', { meeting: 'Friday 4 December', answer: 'yes' }],
    [
      'Dear Secretariat,\nWe cannot attend the ETCIP meeting on Friday.\nBest regards',
      { meeting: 'ETCIP meeting', answer: 'no' },
    ],
  ])('%j', (mail, answer) => {
    expect(mailedAnswer(mail)).toEqual(answer)
  })

  test.each([
    'UNODC will participate in the workshop in Vienna on 3 November.',
    'Dear all, please confirm your participation in the meeting by Friday. Best regards, Ann',
    'Dear all,\nCan you confirm the attendance of your delegation? I will attend.\nBest regards',
    'Dear Secretariat,\nI cannot attend. My deputy and I will attend the second day.\nBest regards',
    'UNODC trained 30 judges in Accra on 3 November. We will attend the next meeting.',
    'Dear all,\nUNODC trained 30 judges in Accra on 3 November.\nBest regards, Ann',
    'Dear all, I will join two lines of this text. Regards',
    'I confirm my attendance.',
  ])('is not seen in %j', (mail) => {
    expect(mailedAnswer(mail)).toBeUndefined()
  })
})
