import type { ChapterId } from './chapters';

/** Every picture that lies in the folder, by its path. */
const files: Record<string, string> = import.meta.glob('./pictures/*.png', { eager: true, import: 'default' });

/** The pictures, each by its chapter, of the real window over the demonstration; tests/e2e/guide.rs takes them anew. */
export const pictures: Partial<Record<ChapterId, string>> = Object.fromEntries(
  Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.png$/g, ''), file]),
);
