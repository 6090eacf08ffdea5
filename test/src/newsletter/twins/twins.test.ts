import { describe, expect, test } from 'vitest'

import { twinsOf } from '../../../../src/newsletter/twins/twins.ts'

type Pair = readonly [one: string, other: string, oneDay: string | null, otherDay: string | null]

function judged([one, other, oneDay, otherDay]: Pair) {
  const item = { text: one, start: oneDay, end: oneDay }
  return twinsOf(item, [{ text: other, start: otherDay, end: otherDay }])[0]?.kind ?? 'none'
}

const [day, next] = ['2026-11-10', '2026-11-11']

describe('twins of an update', () => {
  // The rule was made on the first of these; the last twenty of each list were written afterwards.
  test.each<Pair>([
    ['INTERPOL, UNODC and WCO launched a joint project on small arms in Bamako, Mali', 'WCO: launch of a project on SALW trafficking, Bamako (Mali), jointly with INTERPOL/UNODC', day, day],
    ['UNODC-INTERPOL-WCO joint operation against small arms trafficking in the Sahel', 'INTERPOL and UNODC ran "Operation Trigger" vs. illicit arms trafficking across the Sahel with the WCO', day, day],
    ['UNODC and UN Women trained 30 judges in Accra, Ghana', 'UN Women, with UNODC, held a training for judges in Accra', day, day],
    ['UNODC and INTERPOL held a regional workshop on border security in Nairobi, Kenya', 'INTERPOL, with UNODC, convened a workshop in Nairobi on securing borders', day, day],
    ['WHO ran a seminar on hospital security in Amman', 'In Amman, WHO held a course on securing hospitals', day, day],
    ['ICAO and WCO met in Doha on journalists and frontiers', 'WCO/ICAO meeting, Doha, about the media at borders', day, day],
    ['UNESCO launched a guide for teachers on preventing violent extremism', 'UNESCO published its teachers’ guide on the prevention of violent extremism', day, day],
    ['INTERPOL trained 25 border officers in Dakar, Senegal', 'INTERPOL held a course for 25 border guards in Dakar', day, day],
    ['IOM organized a regional workshop on document fraud in Amman', 'A regional workshop on document fraud was organised by IOM in Amman, Jordan', day, null],
    ['OPCW and IAEA held a table-top exercise on chemical incidents at the port of Mombasa', 'IAEA-OPCW table-top exercise on a chemical incident in Mombasa port', day, day],
    ['UNODC signed a memorandum with Ghana on mutual legal assistance', 'Ghana and UNODC signed an MoU on mutual legal assistance', day, day],
    ['ICAO reviewed airport security in Tunis', 'Airport security in Tunis was reviewed by an ICAO team', day, day],
    ['UN Women issued a brief on gender and reintegration', 'UN Women released a policy brief about reintegration and gender', day, null],
    ['CTED briefed the Security Council on foreign terrorist fighters', 'CTED gave a briefing to the Security Council about foreign terrorist fighters', day, day],
    ['UNICRI convened an expert meeting on synthetic drugs and extremism in Turin', 'Experts met in Turin at UNICRI’s meeting on extremism and synthetic drugs', day, day],
    ['IOM handed over ten patrol boats to the coast guard of Benin', 'The Benin coast guard received ten patrol boats from IOM', day, day],
    ['WCO opened a regional training centre for customs in Almaty, Kazakhstan', 'A regional customs training centre was opened in Almaty by WCO', day, day],
    ['UNODC handed forensic equipment to the police of Togo', 'Police of Togo received forensic equipment from UNODC', day, day],
    ['UNESCO and UNDP published a report on hate speech online', 'Report on online hate speech published by UNDP and UNESCO', day, null],
    ['OHCHR issued guidance on detention', 'Guidance about detention was released by OHCHR', day, day],
    ['UNODC handed over a mobile forensic laboratory to the police of Niger', 'Niger’s national police received a mobile forensics lab from UNODC', day, day],
    ['IOM trained 40 immigration officers in Banjul, the Gambia, on document fraud', 'Forty Gambian immigration officials trained by IOM in Banjul to detect forged documents', day, day],
    ['ICAO and UNOCT concluded an MoU on aviation security training', 'Memorandum of understanding on training in aviation security signed by UNOCT and ICAO', day, day],
    ['L’ONUDC a formé 30 magistrats à Bamako sur le financement du terrorisme', 'UNODC trained 30 magistrates in Bamako on the financing of terrorism', day, day],
    ['OHCHR, IOM and UNODC discussed readmission of families with the authorities of Kyrgyzstan in Bishkek', 'Kyrgyz authorities and three UN entities (UNODC, IOM, OHCHR) met in Bishkek about taking back families', day, day],
    ['UNITAR certified 22 instructors of the Malian gendarmerie in search techniques', 'Twenty-two gendarmerie instructors from Mali received UNITAR certificates in searching techniques', day, day],
    ['UNODC published the second edition of its manual on electronic evidence', 'Manual on electronic evidence: second edition out (UNODC)', day, null],
    ['CTED ED Gherman briefed the Security Council on ISIL’s reach in Africa', 'Security Council hears CTED Executive Director Gherman on ISIL in Africa', day, day],
    ['IMO and UNODC visited the port of Sihanoukville to advise on stowaways', 'Advice on stowaways was given at Sihanoukville port by UNODC and IMO', day, day],
    ['UNDP, with UNESCO, opened a youth centre in Marawi, the Philippines', 'A centre for youth was opened in Marawi by UNESCO and UNDP', day, day],
    ['UNOCT hosted the annual meeting of focal points for the Global Framework on FTFs in Istanbul', 'Annual meeting on the foreign terrorist fighters framework brought focal points to Istanbul (UNOCT)', day, next],
    ['The Foreign Terrorist Fighters WG heard from UNHCR on screening', 'UNHCR spoke on screening to the Working Group on Foreign Terrorist Fighters', day, day],
    ['UNHCR and UNICEF registered 300 children returning from camps', 'Three hundred returning children were registered by UNICEF and UNHCR', day, day],
    ['INTERPOL’s Operation Neptune VII checked ferries in the western Mediterranean', 'Ferries in the western Mediterranean were controlled during INTERPOL Operation Neptune VII', day, day],
    ['El PNUD y la OIM inauguraron un centro en Cúcuta', 'UNDP and IOM inaugurated a centre in Cúcuta, Colombia', day, day],
    ['WHO and OPCW published guidance on medical care after chemical attacks', 'Guidance by OPCW and WHO on treating victims of chemical attacks', day, null],
    ['UNICRI convened prosecutors in Turin to discuss AI in investigations', 'Use of artificial intelligence in investigations was the subject of a UNICRI meeting of prosecutors in Turin', day, day],
    ['ICAO reviewed passenger data practice in Montenegro', 'Montenegro’s use of passenger data was assessed by ICAO', day, day],
    ['UN Women and UNODC presented findings on women in prisons in Central Asia, Almaty', 'Findings about female prisoners in Central Asia presented in Almaty by UNODC and UN Women', day, day],
    ['A delegation of the CTC visited Guyana with CTED', 'CTED accompanied the Counter-Terrorism Committee on its visit to Guyana', day, day],
    ['UNESCO trained 18 curators of Mosul on protecting heritage', '18 curators from Mosul learned from UNESCO how to safeguard cultural heritage', day, day],
    ['UNODC and Malaysia signed an MoU on cyber forensics', 'Memorandum on cyber forensics concluded by Malaysia and UNODC in Kuala Lumpur', day, day],
    ['OSCE-UNRCCA-UNOCT conference on youth and prevention held in Tashkent', 'Prevention and young people: conference in Tashkent by UNOCT, UNRCCA and the OSCE', day, day],
    ['UNAOC launched a call for faith-based projects against hate', 'Call for projects of faith groups against hatred now open (UNAOC)', day, null],
    ['UNODA supported Lesotho in drafting its 1540 action plan, Maseru', 'In Maseru, Lesotho drafted its national action plan under resolution 1540 with UNODA', day, day],
    ['UNOCT handed over a flight simulator to Togo’s drone unit', 'Drone unit of Togo receives simulator from UNOCT', day, day],
    ['DPO and UNITAR tested a course on countering IEDs in Entebbe', 'Course on improvised explosive devices piloted in Entebbe by UNITAR and DPO', day, day],
    ['Thirty Iraqi judges visited the Hague Academy with UNODC', 'UNODC took 30 judges from Iraq to The Hague Academy', day, day],
    ['IPU adopted a call on the rights of victims of terrorism at its Assembly in Geneva', 'Parliamentarians adopt call on victims’ rights at IPU Assembly, Geneva', day, day],
    ['UNODC’s mock trial in Lilongwe let Malawian prosecutors practise terrorism cases', 'Prosecutors from Malawi rehearsed a terrorism trial in Lilongwe with UNODC', day, day],
    ['UNICEF and UNHCR warn that 9,000 children remain in Al-Hol', '9,000 children still in Al-Hol, say UNHCR and UNICEF', day, day],
    ['ILO and UNDP launched cash-for-work for returnees in Bay, Somalia', 'Returnees in Bay region of Somalia get jobs through a UNDP-ILO cash-for-work scheme', day, day],
    ['IMO, INTERPOL and UNODC boarded vessels in the Sulu Sea exercise off Zamboanga', 'Exercise at sea off Zamboanga: boarding practised by UNODC, IMO and INTERPOL', day, next],
    ['The Aviation WG of the Compact reviewed threats from shoulder-fired missiles', 'Threats of shoulder-fired missiles reviewed by the working group on aviation', day, day],
    ['CTED and GIFCT discussed live-streamed attacks with platforms in Dublin', 'Platforms, CTED and GIFCT met in Dublin about live-streaming of attacks', day, day],
    ['UNOCT signed a contribution agreement with Qatar', 'Qatar and UNOCT concluded a contribution agreement worth 15 million dollars', day, day],
    ['UNESCO Director-General inaugurated the rebuilt al-Nouri mosque in Mosul', 'The al-Nouri mosque in Mosul reopened with UNESCO’s Director-General', day, day],
    ['L’OIM et l’ONUDC ont évalué les postes frontière de Gaya et Malanville', 'IOM and UNODC assessed the border posts of Gaya (Niger) and Malanville (Benin)', day, day],
    ['UNICRI mapped CBRN capacities of Zambia in Lusaka', 'CBRN needs of Zambia were mapped in a UNICRI mission to Lusaka', day, day],
    ['UN Women held a dialogue with widows and mothers of fighters in Pristina', 'Mothers and widows spoke about prevention at a UN Women dialogue in Pristina', day, day],
    ['WCO and UNODC: new Port Control Unit opened in Matadi', 'A port control unit was inaugurated in Matadi by UNODC and WCO', day, day],
    ['OHCHR published an analysis of emergency laws in the Sahel', 'Emergency laws in the Sahel analysed by OHCHR', day, null],
    ['UNITAR launched a free course on human rights for police', 'Free UNITAR course: human rights for police officers', day, null],
    ['UNOCT USG Voronkov met victims’ associations of Colombia in Bogotá', 'Colombian associations of victims received by USG Voronkov in Bogotá', day, day],
    ['FATF plenary in Paris agreed on new guidance on crowdfunding', 'Crowdfunding guidance agreed at FATF plenary, Paris', day, next],
    ['INTERPOL and AFRIPOL ran a tabletop on kidnapping for ransom in Ouagadougou', 'Kidnap for ransom: AFRIPOL-INTERPOL table-top in Ouagadougou', day, day],
    ['UNAOC and the City of Córdoba brought 40 young peacebuilders together', '40 youth peacebuilders gathered in Córdoba with UNAOC', day, day],
    ['UNODA trained customs of Ukraine on strategic goods in Kyiv', 'Ukrainian customs officers learn about strategic goods from UNODA', day, day],
    ['CTED concluded its hybrid visit to Bahrain', 'Hybrid assessment visit to Bahrain completed by CTED', day, day],
    ['UN Women launched a toolkit on gender-responsive border management', 'New UN Women toolkit helps border agencies take gender into account', day, day],
    ['OHCHR and UNODC trained prison staff in Dhaka on the treatment of violent extremist prisoners', 'Prison officers in Bangladesh completed a UNODC-OHCHR course in Dhaka on managing violent extremist prisoners', day, next],
    ['USG Voronkov opened the regional conference on foreign terrorist fighters in Tashkent', 'Tashkent regional conference on FTFs opened by USG Voronkov', day, day],
    ['UNICRI published a report on the use of drones by terrorists', 'UNICRI report: terrorist use of unmanned aircraft', day, null],
    ['UNIDIR held a briefing for Member States on weapons of mass destruction and non-state actors in Geneva', 'In Geneva, Member States were briefed by UNIDIR about non-state actors and WMD', day, day],
    ['CTC open briefing on the financing of terrorism through virtual assets, New York', 'Counter-Terrorism Committee holds open briefing on virtual assets and terrorism financing', day, day],
    ['The Gender WG discussed the reintegration of women returnees', 'Return and reintegration of women was on the agenda of the Gender Working Group', day, day],
    ['UNOCT-UNITAR training in investigation of online content for analysts, Astana', 'Analysts trained in Astana by UNITAR and UNOCT to investigate content online', day, next],
  ])('tell the same: %s | %s', (...pair) => {
    expect(judged(pair)).not.toBe('none')
  }) // biome-ignore format: a table

  test.each<Pair>([
    ['UNODC trained 30 judges in Vienna', 'UNODC trained 30 judges in Vienna', day, '2026-11-20'],
    ['UNODC trained 30 judges in Vienna', 'CTED visited Tunis and met prosecutors', day, day],
    ['UNODC trained prosecutors in Lagos', 'UNODC trained prosecutors in Bamako', day, day],
    ['CTED visited Belgrade', 'CTED visited Skopje', day, day],
    ['UNITAR opened a course for peacekeepers in Kigali', 'UNDP opened a course for peacekeepers in Accra', day, day],
    ['INTERPOL supported a border operation in West Africa', 'WCO supported a seaport operation in the Gulf of Guinea', day, day],
    ['UNODC launched a toolkit on prison radicalization', 'UNODC launched a toolkit on digital evidence', day, null],
    ['ILO and UNDP met employers in Cairo', 'CTED met the Ministry of Interior in Cairo', day, day],
    ['UNITAR opened an online course on drones', 'UNITAR opened an online course on maritime security', day, day],
    ['UNODC launched a study for teachers', 'UNODC launched a guide for teachers', day, day],
    ['CTED visited Amman', 'IOM visited Amman', day, day],
    ['INTERPOL opened an office in Accra', 'INTERPOL ran an exercise in Accra', day, day],
    ['UNESCO published a guide on hate speech for teachers', 'UNESCO published a guide on hate speech for journalists', day, day],
    ['INTERPOL trained officers of Malaysia on facial recognition', 'INTERPOL trained officers of Malaysia on explosives', day, day],
    ['USG Voronkov met the Foreign Minister of Iraq in New York', 'USG Voronkov met the Foreign Minister of Egypt in New York', day, day],
    ['PCVE WG discussed its work plan for 2027', 'NARS WG discussed its work plan for 2027', day, day],
    ['UNODC trained judges in Nouakchott on juvenile justice', 'UNODC met judges in Nouakchott about their budget', day, day],
    ['UNITAR certified instructors of the Malian gendarmerie', 'UNITAR certified instructors of the Malian customs service', day, day],
    ['UNODC published a manual on electronic evidence', 'UNODC published a manual on open-source evidence', day, day],
    ['CTED ED Gherman briefed the Security Council on ISIL', 'CTED ED Gherman briefed the General Assembly on victims', day, day],
    ['IMO and UNODC visited the port of Sihanoukville', 'IMO and UNODC visited the port of Laem Chabang', day, day],
    ['UNDP opened a youth centre in Marawi', 'UNDP opened a health post in Marawi', day, day],
    ['UNOCT hosted a meeting of focal points on aviation in Istanbul', 'UNOCT hosted a meeting of donors in Istanbul', day, day],
    ['The FTF WG heard from UNHCR on screening', 'The Gender WG heard from UNHCR on screening', day, day],
    ['UNHCR registered 300 children returning from camps', 'UNICEF vaccinated 300 children returning from camps', day, day],
    ['INTERPOL’s Operation Neptune VII checked ferries in the Mediterranean', 'INTERPOL’s Operation Trigger IX seized firearms in the Mediterranean', day, day],
    ['IOM inaugurated a centre in Cúcuta', 'IOM inaugurated a centre in Bogotá', day, day],
    ['WHO published guidance on medical care after chemical attacks', 'WHO published guidance on medical care after bombings', day, null],
    ['UNICRI convened prosecutors in Turin to discuss AI', 'UNICRI convened mayors in Turin to discuss urban security', day, day],
    ['ICAO reviewed passenger data practice in Montenegro', 'ICAO reviewed passenger data practice in Albania', day, day],
    ['UNODC trained prison staff in Almaty', 'UNODC trained probation officers in Almaty', day, next],
    ['CTED visited Guyana on behalf of the CTC', 'CTED visited Suriname on behalf of the CTC', day, next],
    ['UNESCO trained curators of Mosul on protecting heritage', 'UNESCO trained teachers of Mosul on preventing hate', day, day],
    ['UNODC and Malaysia signed an MoU on cyber forensics', 'UNODC and Malaysia held talks on prisons', day, day],
    ['UNOCT conference on youth in Tashkent', 'UNOCT workshop on border data in Tashkent', day, next],
    ['UNAOC launched a call for faith-based projects', 'UNAOC launched a call for film projects', day, day],
    ['UNODA supported Lesotho in drafting its action plan, Maseru', 'UNODA supported Eswatini in drafting its action plan, Mbabane', day, day],
    ['UNODC workshop on asset freezing, Day 1, Vienna', 'UNODC workshop on witness protection, Vienna', day, next],
    ['Course on IEDs in Entebbe by UNITAR', 'Course on first aid in Entebbe by UNITAR', day, day],
    ['UNODC took 30 judges from Iraq to The Hague', 'UNODC took 30 judges from Libya to The Hague', day, day],
    ['UNOCT briefed Member States on its budget in New York', 'CTED briefed Member States on its visits in New York', day, day],
    ['UN Women published a brief on gender and borders', 'UN Women published a brief on gender and prisons', day, day],
    ['RMME WG adopted its report', 'RMME WG adopted its work plan for 2027', day, day],
    ['UNOCT trained staff of the Gambia on drones', 'UNOCT trained staff of Senegal on drones', day, day],
    ['UNDP met governors of the Lake Chad region in Maiduguri', 'UNDP met women traders of the Lake Chad region in Maiduguri', day, next],
    ['UNODC’s mock trial in Lilongwe', 'UNODC’s donors’ meeting in Lilongwe', day, day],
    ['UNICEF warns that 9,000 children remain in Al-Hol', 'UNHCR repaired shelters in Al-Hol', day, day],
    ['ILO launched cash-for-work for returnees in Bay', 'ILO launched cash-for-work for returnees in Gedo', day, day],
    ['CTED discussed live-streamed attacks with platforms in Dublin', 'CTED discussed encrypted messaging with police in Dublin', day, day],
    ['UNOCT signed a contribution agreement with Qatar', 'UNOCT signed a contribution agreement with Spain', day, day],
    ['IOM assessed the border post of Gaya', 'IOM equipped the border post of Diffa', day, day],
    ['UNICRI mapped CBRN capacities of Zambia', 'UNICRI mapped CBRN capacities of Malawi', day, day],
    ['UN Women held a dialogue with widows in Pristina', 'UN Women held a press conference in Pristina', day, day],
    ['WCO opened a Port Control Unit in Matadi', 'WCO opened a Port Control Unit in Pointe-Noire', day, next],
    ['OHCHR published an analysis of emergency laws', 'OHCHR published an analysis of prison conditions', day, null],
    ['UNITAR launched a course on human rights for police', 'UNITAR launched a course on mediation for diplomats', day, null],
    ['USG Voronkov met victims of Colombia in Bogotá', 'USG Voronkov met the President of Colombia in Bogotá', day, day],
    ['FATF plenary agreed on guidance on crowdfunding', 'FATF plenary elected its vice-president', day, day],
    ['INTERPOL ran a tabletop on kidnapping in Ouagadougou', 'INTERPOL opened a data centre in Ouagadougou', day, day],
    ['UNAOC gathered young peacebuilders in Córdoba', 'UNAOC gathered editors in Córdoba', day, next],
    ['UNODA trained customs of Ukraine on strategic goods', 'UNODA trained customs of Moldova on strategic goods', day, day],
    ['CTED concluded its visit to Bahrain', 'CTED concluded its visit to Oman', day, next],
    ['UNODC trained 20 judges in Amman on digital evidence', 'UNODC trained 20 judges in Amman on plea bargaining', day, day],
    ['Gender WG discussed its survey', 'PCVE WG discussed its survey', day, day],
    ['UNDP and IOM met elders in Kismayo', 'UNDP and IOM met traders in Kismayo', day, day],
  ])('are none: %s | %s', (...pair) => {
    expect(judged(pair)).toBe('none')
  }) // biome-ignore format: a table

  test('the same words but for punctuation and case are the same, whoever posted them', () => {
    const item = { text: 'UNODC trained 30 judges, in Vienna', start: null, end: null }
    const among = [
      { text: 'CTED visited Tunis', start: null, end: null },
      { text: 'UNODC TRAINED 30 judges in Vienna.', start: day, end: day },
    ]
    expect(twinsOf(item, among)).toEqual([{ kind: 'same', item: among[1] }])
  })

  test('a short text is not a twin of another that only begins alike', () => {
    expect(judged(['Meeting held', 'Meeting held on drones', day, day])).toBe('none')
  })

  test('the same words on the next day are likely the same, and two days later are none', () => {
    const text = 'UNODC trained 30 judges in Vienna'
    expect([day, next, '2026-11-12'].map((other) => judged([text, text, day, other]))).toEqual([
      'same',
      'likely',
      'none',
    ])
  })
})
