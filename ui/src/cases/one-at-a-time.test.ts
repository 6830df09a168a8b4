import { describe, expect, it, vi } from 'vitest';
import { oneAtATime } from './one-at-a-time';

describe('asking one at a time', () => {
  it('gives everybody who waits the same answer, and asks anew when it has come', async () => {
    const ask = vi.fn(async (of: string) => `${of} answered`);
    const asked = oneAtATime(ask);
    expect(await Promise.all([asked('one'), asked('one'), asked('one')])).toEqual(Array(3).fill('one answered'));
    expect(ask).toHaveBeenCalledTimes(1);
    await asked('one');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks for something else at once, and the earlier answer does not end the later asking', async () => {
    const answers: Record<string, () => void> = {};
    const ask = vi.fn((of: string) => new Promise<string>((answer) => (answers[of] = () => answer(of))));
    const asked = oneAtATime(ask);
    const one = asked('one');
    const other = asked('other');
    answers.one?.();
    expect(await one).toBe('one');
    expect(asked('other')).toBe(other);
    answers.other?.();
    expect(await other).toBe('other');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks anew when it failed', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValueOnce('yes');
    const asked = oneAtATime(ask);
    await expect(asked('one')).rejects.toThrow('no');
    expect(await asked('one')).toBe('yes');
  });
});
