export { expiredProofs } from './expired-proofs.ts'
export { countNews, newsOfBlocks, NEWS_KINDS, type NewsChange, type NewsKind, type NewsOfBlock } from './count-news.ts'
export { newsBetween, type News, type NewsLine } from './tell-news.ts'
export { renderChat, sayNames, titleOf, type ChatAbout } from './render-chat.ts'
