export { SECTION_HEADINGS } from './brief.ts'
export { type Brief, type BriefEntry, type BriefItem, type BriefSection, type Fact, type SectionId } from './brief.ts'
export { composeBrief, type BriefOptions } from './compose-brief.ts'
export { BRIEF_FORMATS, DESIGNS, isBriefFormat, isDesign, isPaper, isWording, PAPERS, WORDINGS } from './formats.ts'
export { type BriefFormat, type Design, type Paper, type Wording } from './formats.ts'
export {
  DRAFT,
  endsOpen,
  factsBelow,
  factsOf,
  headCategory,
  isDraftBehind,
  isLead,
  isListed,
  isOnInk,
  isTitled,
  lookOf,
  originOf,
  originStop,
  sayDate,
  codeOf,
  NOTHING_YET,
  sayLacks,
  sayMissing,
  sayLogo,
  sayRepeated,
  sayState,
  sayVersion,
  titleOf,
  sayLines,
  type Origin,
} from './say.ts'
export { renderMarkdown } from './render-markdown.ts'
export { escapeMarkdown } from './escape-markdown.ts'
export { renderHtml, type QrCode } from './render-html.ts'
export { countBlocks, countCuts, leaveOut, sayLeftOut, sayMore, type Shortened } from './leave-out.ts'
export { compareBriefs, type BriefLine, type LineChange } from './compare-briefs.ts'
export { liveAddress, printedCopyOf, sayAddress, type PrintedCopy } from './live-brief.ts'
export { HYPHENATED_FROM, languageOf, ownLanguage, type Language } from './language.ts'
export { ACCENTS, clothesOf, shownAccent, type ShownAccent } from './accent.ts'
export { composeAgreed } from './agreed-only.ts'
export { concerning, onlyBlocks } from './concerning.ts'
export { inBriefOrder, inReadingOrder } from './reading-order.ts'
export { markRepeated } from './mark-repeated.ts'
export { composeCopy, countWords, PITCH_WORDS, type CopyWish } from './copy-kit.ts'
export { COPY_PARTS, type CopyPart, type CopyPiece } from './copy-parts.ts'
export { audiencesOf, type ShownBrief } from './shown-brief.ts'
export { AIRIEST, SETTINGS, type PageSetting } from './settings.ts'
export { pageItems, type PageItem, type PageLine } from './page-item.ts'
export { isSparse, largeOf, linesOf } from './page-length.ts'
export { widthOf } from './statement-size.ts'
export { unbrokenParts } from './one-word.ts'
