export { TextField, type TextFieldProps, type Leaving } from './TextField.tsx'
