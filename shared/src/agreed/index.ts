export { agreedLineOf, type AgreedBlock, type AgreedLine } from './agreed-line.ts'
