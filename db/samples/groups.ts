import type { Role } from '../../src/core/feature/caller.ts'

export interface SampleRole {
  readonly role: Role
  readonly entity: string
  /** First and last day, where they are known. */
  readonly from?: string
  readonly to?: string
  /** Who held it, where a name was printed. */
  readonly holder?: string
  /** The year or month for which the role is vouched. */
  readonly asOf: string
  readonly note?: string
}

export interface SampleGroup {
  readonly number: number
  readonly acronym: string
  readonly name: string
  readonly pillar: 'I' | 'II' | 'III' | 'IV'
  readonly objective: string
  readonly aliases: readonly string[]
  /** What it deals with, in the words that people look for. */
  readonly subjects: readonly string[]
  readonly openToAll: boolean
  readonly roles: readonly SampleRole[]
  readonly members: readonly string[]
  readonly observers: readonly string[]
}

/**
 * The eight working groups as of October 2022. The pillar of CJLR-CFT is inferred from its number; for groups
 * without roles no chair was published.
 */
export const groups: readonly SampleGroup[] = [
  {
    number: 1,
    acronym: 'PCVE',
    name: 'Working Group on Preventing and Countering Violent Extremism Conducive to Terrorism',
    pillar: 'I',
    objective:
      'Helps States stop violent extremism before it leads to terrorism, by means that respect rights, with women and young people at the centre.',
    aliases: ['Preventing Violent Extremism', 'PVE', 'CVE'],
    subjects: [
      'radicalization',
      'youth',
      'education',
      'prevention',
      'online propaganda',
      'hate speech',
      'prisons',
    ],
    openToAll: true,
    roles: [
      {
        role: 'chair',
        entity: 'UNOCT',
        asOf: '2022',
      },
    ],
    members: [],
    observers: [],
  },
  {
    number: 2,
    acronym: 'BMLE',
    name: 'Working Group on Border Management and Law Enforcement Relating to Counter-Terrorism',
    pillar: 'II',
    objective:
      'Joins up support for securing borders and for police work against terrorism, within human rights, humanitarian and refugee law.',
    aliases: ['Border Management', 'Border Management and Law Enforcement'],
    subjects: [
      'borders',
      'customs',
      'aviation security',
      'passenger data (API, PNR)',
      'maritime security',
      'police',
      'foreign fighters',
      'travel',
    ],
    openToAll: false,
    roles: [
      {
        role: 'chair',
        entity: 'CTED',
        asOf: '2022-10',
      },
      {
        role: 'co-chair',
        entity: 'WCO',
        asOf: '2022-10',
      },
      {
        role: 'vice-chair',
        entity: 'INTERPOL',
        asOf: '2022-10',
      },
      {
        role: 'vice-chair',
        entity: 'UNODC',
        asOf: '2022-10',
      },
    ],
    members: [
      '1267 Monitoring Team',
      '1540 Committee Group of Experts',
      'DPO',
      'DPPA',
      'ICAO',
      'IMO',
      'OHCHR',
      'OLA',
      'OPCW',
      'Special Rapporteur on Human Rights while CT',
      'UNDP',
      'UNICRI',
      'UNIDIR',
      'UNITAR',
      'UNOCT',
      'UNODA',
      'WHO',
    ],
    observers: ['DESA', 'IOM', 'UNHCR', 'UNICEF'],
  },
  {
    number: 3,
    acronym: 'ETCIP',
    name: 'Working Group on Emerging Threats and Critical Infrastructure Protection',
    pillar: 'II',
    objective:
      'Prepares States for new kinds of attack, chemical, biological, radiological and nuclear ones among them, and for protecting the sites a society depends on.',
    aliases: ['Emerging Threats', 'Critical Infrastructure'],
    subjects: [
      'chemical, biological, radiological and nuclear materials',
      'weapons',
      'drones',
      'critical infrastructure',
      'cybersecurity',
      'aviation',
      'vulnerable targets',
      'new technologies',
      'artificial intelligence',
      'weapons of mass destruction (WMD)',
    ],
    openToAll: false,
    roles: [
      {
        role: 'chair',
        entity: 'UNICRI',
        from: '2022-01-01',
        to: '2022-06-30',
        asOf: '2022',
      },
      {
        role: 'chair',
        entity: 'OPCW',
        from: '2022-07-01',
        to: '2022-09-30',
        asOf: '2022',
      },
      {
        role: 'chair',
        entity: 'INTERPOL',
        from: '2022-10-01',
        to: '2022-12-31',
        asOf: '2022',
      },
      {
        role: 'chair',
        entity: 'INTERPOL',
        from: '2023-03-01',
        holder: 'Lauren Daly',
        note: 'Named in the issue of March and April 2023; the day is not on record, so the term begins with that issue.',
        asOf: '2023-04',
      },
    ],
    members: [
      '1267 Monitoring Team',
      '1540 Committee Group of Experts',
      'CTBTO',
      'CTED',
      'DGC',
      'DPO',
      'DPPA',
      'DSS',
      'ICAO',
      'IMO',
      'OHCHR',
      'OLA',
      'Special Rapporteur on Human Rights while CT',
      'UNDP',
      'UNESCO',
      'UNIDIR',
      'UNITAD',
      'UNITAR',
      'UNOCT',
      'UNODC',
      'WCO',
      'WHO',
    ],
    observers: ['IPU', 'OCHA', 'IAEA'],
  },
  {
    number: 4,
    acronym: 'CJLR-CFT',
    name: 'Working Group on Criminal Justice, Legal Responses & Countering the Financing of Terrorism',
    pillar: 'II',
    objective:
      'Strengthens courts, prosecution and law against terrorism, and cuts off its money, on the ground of the international conventions.',
    aliases: ['CJLR', 'CFT', 'Criminal Justice', 'Countering the Financing of Terrorism'],
    subjects: [
      'terrorist financing',
      'money laundering',
      'courts',
      'prosecution',
      'judges',
      'treaties',
      'mutual legal assistance',
      'kidnapping for ransom',
    ],
    openToAll: false,
    roles: [],
    members: [
      '1267 Monitoring Team',
      'DPO',
      'DPPA',
      'EOSG Rule of Law Unit',
      'FATF',
      'INTERPOL',
      'OHCHR',
      'OLA',
      'SRSG on Sexual Violence in Conflict',
      'Special Adviser on the Prevention of Genocide',
      'Special Rapporteur on Human Rights while CT',
      'UNDP',
      'UNESCO',
      'UNICRI',
      'UNITAD',
      'UNITAR',
      'WCO',
    ],
    observers: ['IPU', 'OCHA', 'UNICEF'],
  },
  {
    number: 5,
    acronym: 'RMME',
    name: 'Working Group on Resource Mobilization, Monitoring and Evaluation',
    pillar: 'III',
    objective:
      'Finds the money for joint work, through the Multi-Year Appeal above all, and agrees on how its results are measured.',
    aliases: ['Resource Mobilization', 'Monitoring and Evaluation'],
    subjects: ['funding', 'donors', 'Multi-Year Appeal', 'evaluation', 'monitoring'],
    openToAll: true,
    roles: [
      {
        role: 'chair',
        entity: 'UNOCT',
        asOf: '2022-10',
      },
      {
        role: 'co-chair',
        entity: 'CTED',
        asOf: '2022-10',
      },
      {
        role: 'co-chair',
        entity: 'UNODC',
        asOf: '2022-10',
      },
    ],
    members: [],
    observers: [],
  },
  {
    number: 6,
    acronym: 'NARS',
    name: 'Working Group on National and Regional Counter-Terrorism Strategies',
    pillar: 'III',
    objective:
      'Advises States and regional organizations on counter-terrorism strategies that cover all four pillars of the Global Strategy.',
    aliases: ['National and Regional Strategies', 'Counter-Terrorism Strategies'],
    subjects: ['national strategies', 'regional strategies', 'regional organizations'],
    openToAll: true,
    roles: [
      {
        role: 'co-chair',
        entity: 'UNOCT',
        asOf: '2022-10',
      },
      {
        role: 'co-chair',
        entity: 'CTED',
        asOf: '2022-10',
      },
    ],
    members: [],
    observers: [],
  },
  {
    number: 7,
    acronym: 'HRRoL-VOT',
    name: 'Working Group on Protecting and Promoting Human Rights, the Rule of Law & Supporting Victims of Terrorism',
    pillar: 'IV',
    objective:
      'Keeps human rights and the rule of law at the heart of counter-terrorism, and stands up for the victims of terrorism.',
    aliases: ['HRRoL', 'VOT', 'Human Rights', 'Victims of Terrorism'],
    subjects: ['victims', 'human rights', 'rule of law', 'humanitarian law'],
    openToAll: false,
    roles: [],
    members: [
      '1267 Monitoring Team',
      'CTED',
      'DGC',
      'DPO',
      'DPPA',
      'EOSG Rule of Law Unit',
      'ICAO',
      'IMO',
      'INTERPOL',
      'OLA',
      'Special Adviser on the Prevention of Genocide',
      'Special Rapporteur on Human Rights while CT',
      'SRSG for Children and Armed Conflict',
      'SRSG on Sexual Violence in Conflict',
      'UNDP',
      'UNESCO',
      'UNICRI',
      'UNITAR',
      'UNODC',
      'UN Women',
    ],
    observers: ['IOM', 'IPU', 'OCHA', 'UNHCR', 'UNICEF'],
  },
  {
    number: 8,
    acronym: 'Gender',
    name: 'Working Group on Adopting a Gender Sensitive Approach to Preventing and Countering Terrorism',
    pillar: 'IV',
    objective:
      'Brings the gender perspective and the women, peace and security agenda into everything that the Compact does.',
    aliases: ['Gender Sensitive Approach'],
    subjects: ['women', 'women, peace and security', 'gender equality'],
    openToAll: false,
    roles: [],
    members: [
      'DPO',
      'DPPA',
      'EOSG Rule of Law Unit',
      'INTERPOL',
      'OHCHR',
      'Special Adviser on the Prevention of Genocide',
      'Special Rapporteur on Human Rights while CT',
      'SRSG on Sexual Violence in Conflict',
      'SRSG on Violence Against Children',
      'UNDP',
      'UNESCO',
      'UNICRI',
      'UNITAD',
      'UNITAR',
      'UNOCT',
      'UNODA',
      'UNODC',
      'UNSSC',
    ],
    observers: ['IOM', 'IPU', 'UNHCR'],
  },
]
