import { focal, secretariat } from '../world.ts'

const chair = focal('interpol')
const member = focal('cted')

/** What fills a store with one record of every kind and state. */
export const before: readonly (readonly [string, string])[] = [
  [secretariat, '/newsletter open November-December closes:2027-01-08'],
  [chair, '/meeting schedule "Fourth meeting" wg:ETCIP start:"10 Dec 14:30" confirm:yes'],
  [chair, '/meeting schedule "Taken off" wg:ETCIP start:"11 Dec 14:30" confirm:yes'],
  [chair, '/meeting cancel M2 confirm:yes'],
  [chair, '/meeting schedule "Held" wg:ETCIP start:"24 Nov 14:30" confirm:yes'],
  [chair, '/meeting schedule "Not told yet" wg:ETCIP start:"24 Nov 16:30" confirm:yes'],
  [
    chair,
    '/meeting schedule "Every month" wg:ETCIP start:"15 Dec 10:00" repeat:monthly until:"1 Apr 2027" confirm:yes',
  ],
  [member, '/meeting rsvp M1 yes'],
  [chair, '/meeting agenda add M1 item:"Review conference"'],
  [chair, '/meeting agenda add M1 item:Drones'],
  [chair, '/meeting action add M1 what:"Send the draft" owner:CTED due:"12 Dec"'],
  [chair, '/meeting poll open "Next one" wg:ETCIP slots:"14 Jan 14:30; 15 Jan 09:00"'],
  [chair, '/meeting silence open "The terms of reference" wg:ETCIP until:"4 Dec 17:00"'],
  [member, '/update post CTED trained 30 judges in Vienna (10 Nov)'],
  [member, '/update post CTED held a workshop on drones in Nairobi (11 Nov)'],
  [secretariat, '/update accept U2'],
  [chair, '/update post INTERPOL ran a course in Lyon (12 Nov)'],
  [secretariat, '/update return U3 comment:"Which course?"'],
  [chair, '/update post INTERPOL met partners in Geneva (13 Nov)'],
  [chair, '/update withdraw U4'],
  [member, '/library add "Manual on border evidence" link:https://un.example/manual entity:CTED'],
  [chair, '/library add "Course on drones" link:https://un.example/course wg:ETCIP date:"March 2026"'],
  [chair, '/report plan ETCIP add:"A paper on drones" who:CTED due:"1 Dec 2026"'],
  [chair, '/report submit ETCIP year:2026 heading:challenges text:"Travel was hard."'],
  [secretariat, '/recommendation add "Train guards" country:Jordan owner:CTED due:"1 Mar 2027"'],
  [member, '/project add "Airport security" lead:CTED budget:"USD 5m" beneficiaries:Mali'],
  [member, '/reminder add "Send the report" at:"27 Nov 9:00"'],
  [chair, '/reminder add "Bring the papers" at:"27 Nov 9:00" wg:ETCIP'],
  [member, '/profile away "21 Dec to 31 Dec"'],
  [secretariat, '/report record focalPoints value:120'],
]
/** What is said once the meetings of 24 November are over. */
export const after: readonly (readonly [string, string])[] = [
  [chair, '/meeting hold M3 summary:"discussed drones" attended:"CTED, WHO"'],
]

/** What somebody may type to begin with. */
export const openings: readonly string[] = `
/help
/help meeting
/help meeting poll
/help meeting schedule
/help dates
/profile show
/profile hours
/profile away
/directory find interpol
/directory find ETCIP chair
/directory entity CTED
/directory entity WHO
/directory list
/directory person focal.cted@compact.example
/directory person focal.who@compact.example
/directory vacancies
/directory check
/directory audit
/directory lookups
/directory attest mine
/wg list
/wg show ETCIP
/wg show PCVE
/wg history ETCIP
/meeting list
/meeting list mine
/meeting show M1
/meeting show M2
/meeting show M3
/meeting show M4
/meeting show M5
/meeting attendees M1
/meeting agenda show M1
/meeting suggest ETCIP
/meeting poll show P1
/meeting action list
/meeting action list mine
/meeting silence list
/meeting history M1
/meeting minutes M3
/meeting calendar meeting:M1
/update list
/update mine
/update show U1
/update show U2
/update show U3
/update show U4
/newsletter status
/newsletter triage
/newsletter draft
/newsletter coverage
/newsletter call
/newsletter plan show
/newsletter subscribers list
/newsletter order regional
/library list
/library list all
/library find manual
/library show LIB1
/library show LIB2
/reminder list
/reminder settings
/reminder rules
/reminder failed
/reminder unreachable
/report figures
/report figures on:2022-10-31
/recommendation list
/recommendation assessments
/recommendation show REC1
/project list
/project show PRJ1
/project matrix
/project appeal
/report plan ETCIP
/report show ETCIP
/report show ETCIP heading:challenges
/report status 2026
/report draft 2026
`
  .trim()
  .split('\n')
