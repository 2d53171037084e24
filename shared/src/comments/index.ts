export {
  authorOf,
  COMMENT_ROOTS,
  isCommentId,
  newCommentId,
  openCommentsDoc,
  type CommentsDoc,
} from './comments-doc.ts'
export type { About, Comment, CommentId, Part, Proposal, Resolution, Thread, ThreadId } from './thread.ts'
export { readComments, type CommentsRead } from './read-comments.ts'
export { commentText } from './read-entry.ts'
export {
  answerThread,
  beginThread,
  deleteComment,
  editComment,
  proposeWording,
  setResolved,
  type Author,
  type Words,
} from './write-comments.ts'
export { concernsOf, type Concern, type Self, type WordConcern } from './concerns.ts'
export { isOpen, openThreadsByBlock, type Decided } from './count-threads.ts'
export { mentionAt, mentionsIn, splitMentions, type MentionPart, type Named } from './mentions.ts'
