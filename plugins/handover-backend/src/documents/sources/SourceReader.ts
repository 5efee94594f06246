/** Where the bytes of a document are. */
export type SourceLocation =
  | { type: 'url'; url: string }
  | {
      type: 'file';
      /** Folder of the entity's own file, absolute. */
      folder: string;
      /** Path of the document, relative to the folder. */
      path: string;
    };

/** What reading a file came to. Messages hold no secrets. */
export type SourceResult =
  | { status: 'unchanged' }
  | { status: 'content'; content: Buffer; etag?: string }
  | { status: 'missing' }
  | { status: 'invalid'; message: string; etag?: string }
  | {
      status: 'unreachable';
      message: string;
      /** Nothing answered, as opposed to an answer that is an error. */
      noAnswer?: boolean;
    };

/** Reads files of one type of location. Never throws. */
export interface SourceReader<T extends SourceLocation = SourceLocation> {
  /** @param options.etag - Of the content that is known already. */
  read(
    location: T,
    options: { etag?: string; signal: AbortSignal },
  ): Promise<SourceResult>;
}

/** The message for a file that is too large. */
export function tooLarge(maxBytes: number): string {
  return `The file is larger than ${
    maxBytes / 1024
  } KiB, the maximum size of a handover`;
}
