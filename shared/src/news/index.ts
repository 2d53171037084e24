export { expiredProofs } from './expired-proofs.ts'
export { countNews, newsOfBlocks, NEWS_KINDS, type NewsChange, type NewsKind, type NewsOfBlock } from './count-news.ts'
