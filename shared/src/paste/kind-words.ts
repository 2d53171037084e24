/**
 * Which kind a heading, a label or a sentence speaks of.
 *
 * The rule: a heading or label is of the kind of its longest known phrase, whole words only, the later one where two
 * are as long ("customer proof" is proof). A sentence by itself is believed only where its form leaves little doubt: a
 * figure with what it counts, a quotation, "we exist to", "for teams who". Everything else has no kind of its own.
 */
import type { BlockKind } from '../schema/index.ts'

/** Folded: no accents, no capitals. A plural in -s needs no entry. Languages: en, de, fr, es, it, nl, pt, zh, ja. */
const PHRASES: Record<BlockKind, readonly string[]> = {
  purpose: [
    ...['purpose', 'mission', 'vision', 'why', 'why we exist', 'why do we exist', 'belief', 'north star'],
    ...['reason for being', 'raison d etre', 'what we believe', 'zweck', 'leitbild', 'warum', 'wozu', 'finalite'],
    ...['warum es uns gibt', 'pourquoi', 'proposito', 'por que', 'scopo', 'missione', 'perche', 'doel', 'missie'],
    ...['waarom', 'missao', '使命', '愿景', '願景', '目的', 'ミッション', 'ビジョン', 'パーパス', '存在意義'],
  ],
  value: [
    ...['value', 'value proposition', 'benefit', 'what they get', 'what it is worth', 'what we offer', 'offer'],
    ...['promise', 'pillar', 'messaging pillar', 'message pillar', 'key message', 'advantage', 'differentiator'],
    ...['differentiation', 'difference', 'feature', 'capability', 'capabilities', 'gain', 'outcome', 'solution'],
    ...['positioning statement', 'positioning', 'alternative', 'competitor', 'usp', 'wert', 'werte', 'nutzen'],
    ...['nutzenversprechen', 'vorteil', 'vorteile', 'angebot', 'leistung', 'leistungen', 'kernbotschaft'],
    ...['kernbotschaften', 'valeur', 'benefice', 'avantage', 'proposition de valeur', 'offre', 'valor', 'valores'],
    ...['propuesta de valor', 'beneficio', 'ventaja', 'oferta', 'valore', 'valori', 'vantaggi', 'benefici', 'waarde'],
    ...['waardepropositie', 'voordelen', 'proposta de valor', 'vantagem', 'vantagens', '价值', '價值', '价值主张'],
    ...['优势', '優勢', '利益', '価値', '提供価値', '強み', 'メリット'],
  ],
  audience: [
    ...['audience', 'target', 'target audience', 'who', 'who for', 'who it is for', 'who is it for', 'for whom'],
    ...['persona', 'segment', 'icp', 'ideal customer', 'ideal customer profile', 'customer', 'user', 'buyer'],
    ...['decision maker', 'stakeholder', 'pain point', 'need', 'job to be done', 'jobs to be done', 'market'],
    ...['zielgruppe', 'zielgruppen', 'kunden', 'fur wen', 'wer', 'cible', 'public', 'pour qui', 'client', 'publico'],
    ...['audiencia', 'cliente', 'para quien', 'pubblico', 'destinatari', 'per chi', 'clienti', 'doelgroep'],
    ...['doelgroepen', 'voor wie', 'klanten', 'para quem', '受众', '受眾', '客户', '客戶', '用户', '目标用户', '为谁'],
    ...['顧客', '対象', 'ターゲット', '誰のため'],
  ],
  proof: [
    ...['proof', 'proof point', 'evidence', 'reason to believe', 'reasons to believe', 'rtb', 'why believe it'],
    ...['why should anyone believe it', 'validation', 'testimonial', 'case study', 'case studies', 'customer story'],
    ...['customer stories', 'reference', 'award', 'metric', 'result', 'traction', 'supporting message', 'support'],
    ...['supporting point', 'social proof', 'customer proof', 'track record', 'beweis', 'beweise', 'beleg', 'belege'],
    ...['nachweis', 'nachweise', 'referenz', 'referenzen', 'warum glauben', 'preuve', 'temoignage', 'prueba'],
    ...['evidencia', 'testimonio', 'prova', 'prove', 'evidenze', 'testimonianze', 'bewijs', 'bewijzen', '证据'],
    ...['證據', '证明', '案例', '証拠', '根拠', '実績', '事例'],
  ],
}

/** More words than this are no heading of a kind, but a sentence that happens to use one. */
const MOST_WORDS = 8
const MOST_LABEL_WORDS = 4

/** Lower case, without accents, anything but letters and digits a single space. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const foldedPhrases = (Object.entries(PHRASES) as [BlockKind, readonly string[]][]).flatMap(([kind, phrases]) =>
  phrases.map((phrase) => ({ kind, phrase: fold(phrase) })),
)
const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function placeOf(phrase: string, padded: string): number {
  if (WRITTEN_WITHOUT_SPACES.test(phrase)) return padded.indexOf(phrase)
  return Math.max(padded.indexOf(` ${phrase} `), padded.indexOf(` ${phrase}s `))
}

/** Of a heading, a label, a column or an area; null where it names no kind. */
export function kindOfHeading(text: string): BlockKind | null {
  if (text.length > 200) return null
  const folded = fold(text)
  if (folded === '' || folded.split(' ').length > MOST_WORDS) return null
  const padded = ` ${folded} `
  let best: { readonly kind: BlockKind; readonly length: number; readonly place: number } | null = null
  for (const { kind, phrase } of foldedPhrases) {
    const place = placeOf(phrase, padded)
    if (place < 0) continue
    const { length } = phrase
    if (best === null || length > best.length || (length === best.length && place > best.place))
      best = { kind, length, place }
  }
  return best?.kind ?? null
}

/** Words in front of a colon, on the line itself: "Proof: …", "For: …". Null where they name no kind. */
export function kindOfLabel(label: string): BlockKind | null {
  const folded = fold(label)
  if (folded === 'for' || folded === 'fur') return 'audience'
  return folded.split(' ').length > MOST_LABEL_WORDS ? null : kindOfHeading(label)
}

/** Whether a label says nothing beside the kind, so that no word is lost with it. */
export function isBareLabel(label: string): boolean {
  const folded = fold(label)
  return (
    folded === 'for' ||
    folded === 'fur' ||
    foldedPhrases.some(({ phrase }) => folded === phrase || folded === `${phrase}s`)
  )
}

const SENTENCES: readonly (readonly [BlockKind, RegExp])[] = [
  ['purpose', /^(we (exist|believe)|our (mission|purpose|vision) |.{0,60}('s|’s)? (mission|purpose|vision) is )/],
  ['purpose', /^(wir glauben|unsere (mission|vision) |notre mission |nuestra mision )/],
  ['audience', /^(for|people|teams?|companies|organi[sz]ations|anyone) (\S+ ){0,6}(who|that|with|in) /],
  ['audience', /^((fur|pour|para|per|voor) (\S+ ){0,6}(die|qui|que|che)|.{0,60}ideal customer) /],
  ['proof', /\d.{0,40}(%|percent|customers|users|teams|organi[sz]ations|countries|languages|kunden|clients|clientes)/],
  ['proof', /(according to|case study|award|certified|testimonial|a study|laut einer studie|selon une etude)/],
  ['proof', /^["“„«].{8,}["”“»]/],
]

/** Of a sentence that stands under nothing; null where its form says too little. */
export function kindOfSentence(text: string): BlockKind | null {
  const start = text
    .slice(0, 300)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
  return SENTENCES.find(([, form]) => form.test(start))?.[0] ?? null
}
