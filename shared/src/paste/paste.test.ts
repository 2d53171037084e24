import { describe, expect, test } from 'vitest'
import { asProposed, importPasted, readPasted, type Pasted } from './index.ts'

/** `kind: statement`, in the order of the text; lines that are proposed to be left out in brackets. */
function lines(pasted: Pasted): readonly string[] {
  return pasted.lines.map(({ kind, statement, leave }) =>
    leave === '' ? `${kind}: ${statement}` : `(${kind}: ${statement})`,
  )
}

/** `from > to`, by statement. */
function links(pasted: Pasted): readonly string[] {
  const { blocks, links } = importPasted(pasted, asProposed, 'make')
  const said = new Map(blocks.map(({ id, statement }) => [id, statement]))
  return links.map(({ from, to }) => `${said.get(from)} > ${said.get(to)}`)
}

describe('Markdown', () => {
  const read = (text: string) => readPasted(text, 'markdown')

  test('headings say the kind, in several languages; a label on the line says it more loudly', () => {
    expect(
      lines(
        read(
          '# Us\n\n## Mission\nA world that notices.\n\n## Zielgruppe\n- Apotheken\n- Proof: 40 of them\n\n## Preuves\n- Mesuré\n\n## 价值主张\n- 省时间',
        ),
      ),
    ).toEqual([
      'purpose: A world that notices.',
      'audience: Apotheken',
      'proof: 40 of them',
      'proof: Mesuré',
      'value: 省时间',
    ])
  })

  test('of two kinds in one heading the longer phrase counts', () => {
    for (const [heading, kind] of [
      ['Customer proof', 'proof'],
      ['Why believe it?', 'proof'],
      ['Target audience and needs', 'audience'],
      ['Value proposition', 'value'],
      ['WHO FOR??', 'audience'],
    ] as const)
      expect(lines(read(`## ${heading}\nSomething`))).toEqual([`${kind}: Something`])
  })

  test('what is nested hangs on what is above it, where the argument runs there', () => {
    const pasted = read(
      '- Purpose: Nothing spoils\n  - Value: It stays cold\n    - For: Pharmacies\n    - Proof: Nine hours\n    - Gain: Two nights a month\n  - Value: Nobody drives',
    )
    expect(links(pasted)).toEqual([
      'Nothing spoils > It stays cold',
      'It stays cold > Pharmacies',
      'Nine hours > It stays cold',
      'Nothing spoils > Nobody drives',
    ])
    expect(pasted.lines[1]?.fields).toEqual({ gain: 'Two nights a month' })
  })

  test('a sub-heading that an earlier line began with means that line', () => {
    const pasted = read(
      '## Pillars\n- **Calm:** Nobody drives out\n\n## Proof points\n### 1 - Calm\n- Not once since March',
    )
    expect(lines(pasted)).toEqual(['value: Calm: Nobody drives out', 'proof: Not once since March'])
    expect(links(pasted)).toEqual(['Not once since March > Calm: Nobody drives out'])
  })

  test('marks, escapes and entities are no words; an address is where a proof comes from', () => {
    const pasted = read(
      '## Proof\n- **Nine** _hours_, `measured` \\*twice\\* &amp; [published](https://example.org/a_b)',
    )
    expect(pasted.lines[0]).toMatchObject({
      statement: 'Nine hours, measured *twice* & published',
      fields: { source: 'https://example.org/a_b' },
    })
    expect(lines(read('- 3 * 4 = 12 in snake_case'))).toEqual(['value: 3 * 4 = 12 in snake_case'])
  })

  test('a long paragraph is its first sentence, and the rest its detail', () => {
    const [line] = read(`## Value\n${'Very '.repeat(50)}calm. Nobody drives out.`).lines
    expect(line?.statement).toBe(`${'Very '.repeat(50)}calm.`)
    expect(line?.detail).toBe('Nobody drives out.')
  })

  test('the words before a list are left out, and a table is read by its columns', () => {
    expect(
      lines(read('## Value\nThey like:\n\n- Calm\n\n| Audience | Proof |\n| --- | --- |\n| Nurses | 9 hours |')),
    ).toEqual(['(value: They like:)', 'value: Calm', 'audience: Nurses', 'proof: 9 hours'])
  })

  test('settings of another program are said in the report', () => {
    const pasted = read('---\ntitle: Framework\nsidebar: Handbook\n---\n\n## Value\nCalm')
    expect(pasted.title).toBe('Framework')
    expect(pasted.report).toEqual([{ path: 'line 1', problem: 'holds settings: sidebar: Handbook', done: 'left out' }])
  })
})

describe('plain text', () => {
  test('each line is its own; short lines with a colon, in capitals or named for a kind are headings', () => {
    const text =
      'WHY WE EXIST\nNothing spoils\n\nWho it is for\n• Pharmacies\n– Clinics\n\nWhat they get:\n1. Calm\n2) Sleep'
    expect(lines(readPasted(text, 'plain'))).toEqual([
      'purpose: Nothing spoils',
      'audience: Pharmacies',
      'audience: Clinics',
      'value: Calm',
      'value: Sleep',
    ])
  })

  test('a line by itself is believed only where its form leaves little doubt', () => {
    const { lines } = readPasted(
      'We exist to notice\nFor teams who drive at night\n2,500 customers in 16 countries\nBlue',
      'plain',
    )
    expect(lines.map(({ kind, ground }) => `${kind} ${ground}`)).toEqual([
      'purpose words',
      'audience words',
      'proof words',
      'value nothing',
    ])
  })
})

describe('CSV', () => {
  const read = (text: string) => readPasted(text, 'csv')

  test('a whiteboard’s export: areas, titles, tags, links, colours; what no block has is said', () => {
    const pasted = read(
      '\uFEFFID,Text,BG Color,Shape,Area,Created by,Tags,Link\n' +
        '1,EVIDENCE,#fff,title,,P1,,\n2,"16 languages, all live",#cf9,sticky,EVIDENCE,P1,,https://example.org\n' +
        '3,"First line\nSecond line",#cf9,sticky,,P2,a; b,\n4,???,#ff8,sticky,,P2,,\n5,,#ff8,sticky,,P2,,\n6,First line,#cf9,sticky,,P1,,',
    )
    expect(lines(pasted)).toEqual([
      'proof: 16 languages, all live',
      'proof: First line',
      '(value: ???)',
      '(value: )',
      '(proof: First line)',
    ])
    expect(pasted.lines[0]?.fields).toEqual({ source: 'https://example.org' })
    expect(pasted.lines[1]).toMatchObject({ detail: 'Second line', tags: ['a', 'b'], ground: 'colour' })
    expect(pasted.report.map(({ path }) => path)).toEqual(['column “ID”', 'column “Created by”'])
    const { report, blocks } = importPasted(pasted, asProposed, 'make')
    expect(blocks).toHaveLength(2)
    expect(report.filter(({ done }) => done === 'left out').map(({ path }) => path)).toContain('row 5')
  })

  test('without areas a note belongs to the title above it', () => {
    const pasted = read(
      'Text,Shape,Position X,Position Y\nWHO FOR,title,0,0\nEVIDENCE,title,600,0\nNurses,sticky,10,90\nNine hours,sticky,580,90\nFar off,sticky,3000,90',
    )
    expect(lines(pasted)).toEqual(['audience: Nurses', 'proof: Nine hours', 'value: Far off'])
  })

  test('columns named for kinds, semicolons, tabs and no header at all', () => {
    expect(lines(read('Zweck;Nutzen;Zielgruppe;Beweis\nNichts verdirbt;Bleibt kalt;Apotheken;Neun Stunden'))).toEqual([
      'purpose: Nichts verdirbt',
      'value: Bleibt kalt',
      'audience: Apotheken',
      'proof: Neun Stunden',
    ])
    expect(lines(read('Kind\tStatement\nproof\tNine hours\nvalue\tCalm'))).toEqual(['proof: Nine hours', 'value: Calm'])
    const nameless = read('7,Nobody drives out at night\n8,Calm')
    expect(lines(nameless)).toEqual(['value: Nobody drives out at night', 'value: Calm'])
  })
})

describe('JSON Canvas', () => {
  const node = (id: string, more: object) => ({ id, type: 'text', x: 0, y: 0, width: 100, height: 50, ...more })
  const read = (canvas: object) => readPasted(JSON.stringify(canvas), 'canvas')

  test('groups say the kind, edges are links, colours are learned, files stay behind', () => {
    const pasted = read({
      nodes: [
        { id: 'g', type: 'group', label: 'Values', x: -10, y: -10, width: 300, height: 300 },
        node('a', { text: '# Calm\nNobody drives out', color: '3' }),
        node('b', { text: 'Audience: Pharmacies', x: 900 }),
        node('c', { text: 'Sleep', x: 900, color: '3' }),
        { id: 'd', type: 'file', file: 'notes.md', x: 900, y: 0, width: 9, height: 9 },
        7,
      ],
      edges: [
        { id: 'e', fromNode: 'b', toNode: 'a', label: 'loves' },
        { id: 'f', fromNode: 'a', toNode: 'nowhere' },
      ],
    })
    expect(lines(pasted)).toEqual(['value: Calm', 'audience: Pharmacies', 'value: Sleep', '(value: notes.md)'])
    expect(pasted.lines[0]?.detail).toBe('Nobody drives out')
    expect(links(pasted)).toEqual(['Calm > Pharmacies'])
    expect(pasted.report.map(({ path }) => path)).toEqual(['nodes[5]', 'edges[0]', 'edges[1]'])
  })

  test.each(['', '[]', '{"nodes":7}', '{', '{"nodes":[[[['])('refuses %s in a sentence', (text) => {
    expect(() => readPasted(text, 'canvas')).toThrow(/JSON Canvas/)
  })
})
