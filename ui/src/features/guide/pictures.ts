import approve from './pictures/approve.png';
import ask from './pictures/ask.png';
import backup from './pictures/backup.png';
import deadlines from './pictures/deadlines.png';
import decide from './pictures/decide.png';
import extend from './pictures/extend.png';
import find from './pictures/find.png';
import keys from './pictures/keys.png';
import letter from './pictures/letter.png';
import register from './pictures/register.png';
import type { ChapterId } from './chapters';

/** The picture of each chapter, of the real window over the demonstration; tests/e2e/guide.rs takes them anew. */
export const pictures: Record<ChapterId, string> = {
  register, find, ask, extend, decide, letter, approve, deadlines, backup, keys,
};
