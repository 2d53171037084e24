/**
 * Every number a person or a client can bump into, with its unit and its reason.
 * Where one is reached, the person gets a sentence (client/src/text) and nothing already saved is lost.
 */
export const LIMITS = {
  /** Bytes of one map file by HTTP: the largest real case is 0.5 MB, so thirty times that. */
  mapFileBytes: 16 * 1024 * 1024,
  /** Characters (UTF-16 units) of a text that is imported: 5,000 notes of 200 each, a wall that nobody has. */
  pasteLength: 1_000_000,
  /** Bytes of any other HTTP body. */
  smallBodyBytes: 64 * 1024,
  /** Nesting of a map file; the format needs 5. */
  mapFileDepth: 100,
  /** Bytes of one sync update frame (contract, "WebSocket"). */
  updateFrameBytes: 4 * 1024 * 1024,
  /** Bytes a document may have, and so a writer's step 2. */
  documentBytes: 64 * 1024 * 1024,
  /** Bytes of a step 1: some ten for each client that has ever written, so a hundred thousand of them. */
  stateVectorBytes: 1024 * 1024,
  /** Bytes of one presence message: a newcomer's stock client sends back everybody it has just been told of. */
  presenceFrameBytes: 4 * 1024 * 1024,
  /** Bytes of one client's presence, and how many clients one connection may speak for. */
  presenceStateBytes: 4 * 1024,
  presenceIds: 4,
  /**
   * Messages a connection may send: a stock client that answers every tick, drags and types sends under 150 a second.
   * Beyond it the server reads more slowly; nothing is lost.
   */
  messages: { burst: 5_000, perSecond: 1_000 },
  /** Bytes of those messages: one whole document at once, then what a good line carries. */
  messageBytes: { burst: 64 * 1024 * 1024, perSecond: 8 * 1024 * 1024 },
  /** HTTP calls on one connection; a proxy may carry many people on one. */
  calls: { burst: 1_000, perSecond: 250 },
  /**
   * Bytes of a request's headers: a browser keeps a cookie a map, and Node's 16 kB would refuse one with a few hundred
   * maps. And ms until they, and the whole request, must be here: the largest body over a slow line.
   */
  headerBytes: 64 * 1024,
  headersMs: 20_000,
  requestMs: 120_000,
  /** Messages that may wait while a document is being loaded. */
  waitingMessages: 2_000,
  /** Questions for the whole document (step 1), each of which encodes it: stock clients ask once a connection. */
  questions: { most: 20, inMs: 10_000 },
  /** Bytes of a probe: its type and a number. */
  probeBytes: 16,
  /**
   * Bytes that a socket may owe a reader that does not read: above the first it gets no presence, above the second no
   * changes until it has caught up, above the third it is cut, as it is when it stays behind for so many ms.
   */
  behind: { presence: 1024 * 1024, changes: 8 * 1024 * 1024, cut: 160 * 1024 * 1024, ms: 30_000 },
  /** Ms without any answer to the pings of every five seconds, after which a connection counts as dead. */
  deadMs: 45_000,
  /** Open sockets: a crowd in one map, and an office behind one address. */
  connectionsPerMap: 1_200,
  connectionsPerAddress: 3_000,
  /** Blocks readers take from a document; 300 are pleasant, 1,000 usable (docs/performance.md). */
  blocks: 5_000,
  links: 10_000,
  /** Records of free drawing. */
  drawingRecords: 10_000,
  voices: 24,
  /** Notices that a team has left as they are. */
  dismissals: 5_000,
  /** Proposals that somebody has decided about. */
  decisions: 5_000,
  /** Characters of the reason that is kept with one: a sentence or two. */
  reasonLength: 400,
  /** Characters of one comment: a page of typescript. */
  commentLength: 4_000,
  /** Comments of one person that readers take, the first of them; a year of ten a working day. */
  commentsOfOne: 2_500,
  /** People of a map that are listed, the newest: every browser that ever came is one. */
  peopleListed: 1_000,
  /** People that one comment may mention. */
  mentions: 20,
  /** Characters of a block's statement that a thread keeps, for when the block is gone. */
  saidLength: 200,
  /** Bytes of one picture: a photograph as a telephone takes it. */
  pictureBytes: 10 * 1024 * 1024,
  /** Pictures of one map, and their bytes together: what an evening's worth of slides needs, and a small disk can bear. */
  pictures: 500,
  picturesBytes: 200 * 1024 * 1024,
  /** Bytes of a picture that stands on a brief as its logo: it goes into every file of it. */
  logoBytes: 1024 * 1024,
  /** And its pixels: twice as many as paper can show in the place that it has. */
  logoPixels: 4_000_000,
  /** Characters of what it shows. */
  altLength: 200,
  /** Versions of one map that somebody has named; automatic ones are thinned out (`thinOut`). */
  namedVersions: 500,
  /** Bytes of a message to a webhook, as Standard Webhooks advises, and characters of the address it goes to. */
  webhookBytes: 20 * 1024,
  webhookUrlLength: 2_000,
  /** Ms between two tests of a webhook: the server is to be nobody's hammer. */
  webhookTestMs: 5_000,
  /** People who get the daily mail of one map, and how many may be asked at a time whether they want it. */
  digestReaders: 100,
  digestUnconfirmed: 10,
  /** A workshop: people, stages, prompts of a stage, dots of one person in one vote, and ms of a stage; some go on for five days. */
  participants: 1_000,
  /** Of one workshop: wordings that are settled, and as many dissents; what is noted of one text as adopted; blocks that pages without a map see. */
  settled: 500,
  adoptedAs: 50,
  blocksInView: 40,
  stages: 40,
  prompts: 12,
  dots: 20,
  stageMs: 7 * 24 * 60 * 60 * 1_000,
  /** Pixels of a picture's side, and in all: a browser unpacks each into four bytes, for everybody who looks. */
  pictureSide: 16_384,
  picturePixels: 50_000_000,
  /** Characters (UTF-16 units); longer texts are cut by readers and by the importer, which reports it. */
  statementLength: 2_000,
  detailLength: 20_000,
  fieldLength: 4_000,
  titleLength: 300,
  nameLength: 80,
  tagLength: 80,
  tags: 40,
  /** Page units from the origin; beyond it tldraw's arithmetic loses precision. */
  coordinate: 1_000_000,
  /** Page units of a card's side. */
  cardSide: 4_000,
} as const
