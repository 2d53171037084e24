export { TextField, type TextFieldProps, type Leaving } from './TextField.tsx'
export { WrittenText, type WrittenTextProps } from './WrittenText.tsx'
export { hitsCaretsUnderScale } from './caret-hits.ts'
