export { takePicture, type TakenPicture } from './take-picture.ts'
