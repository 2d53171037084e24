export { readPicture as sizeOfPicture } from './read-picture.ts'
export { takePicture, type TakenPicture } from './take-picture.ts'
