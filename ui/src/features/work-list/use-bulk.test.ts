import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkCheck, bulkOpen } from '../../backend/commands';
import { drawnOnce } from '../../backend/drawn-once';
import { useBulk } from './use-bulk';

vi.mock('../../backend/commands', () => ({ bulkOpen: vi.fn(), bulkCheck: vi.fn() }));

beforeEach(() => {
  vi.mocked(bulkOpen).mockReset().mockResolvedValue({ cases: 2, can_be_undone: true });
  vi.mocked(bulkCheck).mockReset().mockResolvedValue({ done: ['2026/00001-a', '2026/00002-a'], stopped: [], left: 0 });
});

describe('checking many cases', () => {
  it('begins once, however often it is asked for before it is drawn', async () => {
    const { check } = drawnOnce(useBulk);
    await Promise.all([check({ action: 'close' }), check({ action: 'close' })]);
    expect([vi.mocked(bulkOpen).mock.calls.length, vi.mocked(bulkCheck).mock.calls.length]).toEqual([1, 1]);
    await check({ action: 'close' });
    expect(bulkOpen).toHaveBeenCalledTimes(2);
  });

  it('looks at none that were gathered after it was stopped, and can begin anew', async () => {
    const { check, onStop } = drawnOnce(useBulk);
    const checking = check({ action: 'close' });
    onStop();
    await checking;
    expect(bulkCheck).not.toHaveBeenCalled();
    await check({ action: 'close' });
    expect(bulkCheck).toHaveBeenCalledTimes(1);
  });

  it('can begin anew when the cases could not be gathered', async () => {
    vi.mocked(bulkOpen).mockRejectedValueOnce({ code: 'busy', message: 'Prøv igjen.' });
    const { check } = drawnOnce(useBulk);
    await check({ action: 'close' });
    await check({ action: 'close' });
    expect(bulkCheck).toHaveBeenCalledTimes(1);
  });
});
