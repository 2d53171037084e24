import { linkedTo, type Block, type PositioningMap } from '../../schema/index.ts'
import type { Language } from '../../words/index.ts'
import { textsIn } from '../read-texts.ts'
import { defineRule, type Finding } from '../rule.ts'
import { quoted } from '../say.ts'
import { languageIn, perBlockIn } from '../usual-language.ts'

/** Authorities without a name, by language; in others the rule is silent. */
const UNNAMED: Partial<Record<Language, RegExp>> = {
  en: /\b(?:(?:studies|research|surveys|polls|experts|scientists|analysts|statistics) (?:have |has )?(?:shows?|shown|says?|said|finds?|found|proves?|proven|agrees?|agreed|suggests?|suggested|confirms?|confirmed|tells?|indicates?)|(?:it (?:is|has been) )?(?:scientifically|clinically) proven|according to (?:experts|studies|research|science))\b/iu,
  de: /(?<!\p{L})(?:(?:studien|umfragen|experten|fachleute|untersuchungen|statistiken) (?:haben )?(?:zeigen|belegen|beweisen|sagen|bestätigen|gezeigt)|(?:wissenschaftlich|klinisch) (?:bewiesen|erwiesen|belegt)|laut (?:experten|studien))(?!\p{L})/iu,
  zh: /(?:研究|调查|数据)(?:表明|显示|证明|发现)|专家(?:认为|表示|指出)/u,
}

/** Without one of these there is nothing to find in any language. */
const AT_ALL =
  /stud|research|survey|poll|expert|scien|analyst|statisti|proven|umfrage|fachleute|untersuch|wissen|klinisch|研究|调查|数据|专家/iu

const isSourced = ({ fields }: Block): boolean => fields.source !== undefined || fields.by !== undefined

/** A proof names its own source; what another block claims may be held up by a proof that has one. */
function hasSource(map: PositioningMap, block: Block): boolean {
  return isSourced(block) || linkedTo(map, block.id, 'proof').some(isSourced)
}

const unnamedIn = perBlockIn((block, usual): string | null => {
  for (const text of textsIn(block).values()) {
    if (!AT_ALL.test(text.text)) continue
    const language = languageIn(usual, text)
    const found = language === null ? undefined : UNNAMED[language]?.exec(text.text)
    if (found?.[0] !== undefined && !text.text.includes('://')) return found[0]
  }
  return null
})

function find(map: PositioningMap): readonly Finding[] {
  return [...map.blocks.values()].flatMap((block) => {
    const words = unnamedIn(map, block)
    return words === null || hasSource(map, block)
      ? []
      : [{ about: [block.id], says: `${quoted(words)} stands here without a name.` }]
  })
}

/** An authority that nobody can ask. */
export const studiesWithoutSource = defineRule({
  id: 'studies-without-source',
  group: 'proof',
  says: 'A study is called upon here, and not named.',
  why: 'Whoever doubts asks which one, and whoever repeats it cannot say. It weighs less than one named customer.',
  could: 'Name it and link it, or say what you have seen yourselves.',
  find,
})
