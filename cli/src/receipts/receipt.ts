import * as z from 'zod';

/** Records that were not there before. */
const recordsAdded = z.object({
  kind: z.literal('records added'),
  records: z
    .array(
      z.object({
        id: z.string(),
        /** Only a record with this source is the one that was added. */
        source: z.string().nullable(),
        /** Needed to recognize a record without a source. */
        watched_at: z.number().optional(),
      }),
    )
    .readonly(),
});

const wholeRecords = z.array(z.record(z.string(), z.unknown()).readonly()).readonly();

/** Records that were removed, whole, so that they can be restored. */
const recordsRemoved = z.object({ kind: z.literal('records removed'), records: wholeRecords });

/** Records that were put back as they were. */
const recordsRestored = z.object({ kind: z.literal('records restored'), records: wholeRecords });

/** Records that now have another time, in epoch seconds. */
const recordsMoved = z.object({
  kind: z.literal('records moved'),
  records: z
    .array(z.object({ id: z.string(), name: z.string(), from: z.number(), to: z.number() }))
    .readonly(),
});

/** A show with another TheTVDB id. */
const showNamed = z.object({
  kind: z.literal('show named'),
  folder_name: z.string(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});

/** A movie with another TheTVDB id. `from` is null if it had none: then it cannot be taken away again. */
const movieNamed = z.object({
  kind: z.literal('movie named'),
  file_name: z.string(),
  from: z.number().nullable(),
  to: z.number(),
});

/** Lines that were taken out of a watched list, or put back. */
const listEdited = z.object({
  kind: z.literal('list edited'),
  path: z.string(),
  /** The list before a sync, in base64. It tells where the lines belong. */
  content: z.string(),
  /** Each different line in base64, without its line break, and how often the list had and has it. */
  lines: z.array(z.object({ line: z.string(), from: z.number(), to: z.number() })).readonly(),
});

/** Watched files that a sync was about to remove. Nothing brings them back, but undo says where they are. */
const filesRemoved = z.object({
  kind: z.literal('files removed'),
  to: z.enum(['nowhere', 'trash']),
  paths: z.array(z.string()).readonly(),
});

/** What can be done to take back a change. It is a change itself, so it can be taken back too. */
const reversal = z.discriminatedUnion('kind', [
  recordsRemoved,
  recordsRestored,
  recordsMoved,
  showNamed,
  movieNamed,
  listEdited,
]);

const change = z.discriminatedUnion('kind', [...reversal.options, recordsAdded, filesRemoved]);

export const receipt = z.object({
  user: z.string(),
  /** Of the tracker. */
  address: z.string(),
  /** In epoch seconds. */
  made_at: z.number(),
  /** What was done, as a noun: `the sync of /media`. */
  what: z.string(),
  changes: z.array(change).readonly(),
  /** If it is the receipt of an undo or a redo. */
  takes_back: z
    .object({
      command: z.enum(['undo', 'redo']),
      /** The id of a receipt: of a change for an undo, of an undo for a redo. */
      receipt: z.string(),
      /** False until it is done. Killed before, it can be run again. */
      isDone: z.boolean(),
    })
    .optional(),
});

export type Change = z.output<typeof change>;
export type Reversal = z.output<typeof reversal>;
export type Receipt = Readonly<z.output<typeof receipt>>;
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;
export type TitleChange = ChangeOf<'show named' | 'movie named'>;

/** Whether undo can do more than say where files went. */
export const canUndo = ({ changes }: Pick<Receipt, 'changes'>): boolean =>
  changes.some(({ kind }) => kind !== 'files removed');
