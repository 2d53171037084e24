export { addBlock, type NewBlock } from './add-block.ts'
export { moveBlocks } from './move-blocks.ts'
export { removeBlocks } from './remove-blocks.ts'
export { bringBack } from './bring-back.ts'
export { clearDeleted, deletedBlocks } from './clear-deleted.ts'
export { linkBlocks, type LinkRefusal } from './link-blocks.ts'
export { unlinkBlocks } from './unlink-blocks.ts'
export { writeChanges } from './write-changes.ts'
export {
  agreeBlock,
  setDetail,
  setField,
  setKind,
  setOwner,
  setStatement,
  setStatus,
  setTags,
  setTelling,
  takeBackAgreed,
} from './edit-block.ts'
export { settleWording } from './settle-wording.ts'
export { beginMap, setSubject, setTitle, setVoices } from './describe-map.ts'
export {
  bringOntoBrief,
  keepOffBrief,
  moveOnBrief,
  returnToBriefOrder,
  setAccent,
  setLogo,
  writeComposition,
} from './compose-brief.ts'
export { addVoice, moveVoice, removeVoice, renameVoice, type VoiceRefusal } from './edit-voices.ts'
export { placeContent, type Content } from './place-content.ts'
export { copyBlocks } from './copy-blocks.ts'
export { addContent } from './add-content.ts'
export { draw } from './draw.ts'
export { transact } from './transact.ts'
export { decideProposal, reconsiderProposal } from './decide-proposal.ts'
export { dismissNotice, reopenNotice } from './dismiss-notice.ts'
