import type { SessionId } from '../../../shared/model/ids';
import type { Role } from '../../../shared/model/message';
import type { RankDocument } from '../../memory/ranking/rank-document';
import type { FoundRow } from '../../storage/tables/recall-reader';
import type { NearSentences } from '../../vectors/sentence-codes';
import type { FoundTexts } from './found-texts';
import type { NearMessage } from './nearest-messages';

/** A row as the ranking reads it; its text is read when it is asked for. */
class FoundDocument implements RankDocument {
  readonly seq: number;
  readonly sessionId: SessionId;
  readonly position: number;
  readonly role: Role;
  readonly author: string | null;
  readonly createdAt: number;
  readonly #row: FoundRow;
  readonly #texts: FoundTexts;

  constructor(
    row: FoundRow,
    texts: FoundTexts,
    readonly cosine: number | null,
    readonly sentences: NearSentences | null,
  ) {
    this.seq = row.seq;
    this.sessionId = row.session_id;
    this.position = row.depth;
    this.role = row.role;
    this.author = row.author;
    this.createdAt = row.created_at;
    this.#row = row;
    this.#texts = texts;
  }

  get text(): string {
    return this.#texts.of(this.#row);
  }
}

/** A row as the ranking reads it. */
export function toDocument(
  row: FoundRow,
  texts: FoundTexts,
  near?: NearMessage,
  sentences?: NearSentences,
): RankDocument {
  return new FoundDocument(row, texts, near?.cosine ?? null, sentences ?? null);
}
