export { languageOf, scriptOf, type Language, type Script } from './language.ts'
export { fold, isContentWord, wordsOf, type Word } from './words-of.ts'
