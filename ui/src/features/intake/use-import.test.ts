import { describe, expect, it, vi } from 'vitest';
import { importNext, importOpen } from '../../backend/commands';
import { drawnOnce } from '../../backend/drawn-once';
import type { ImportStep } from '../../backend/import-types';
import { after, SHOWN, useImport, type Progress } from './use-import';

vi.mock('../../backend/commands', () => ({ importOpen: vi.fn(), importNext: vi.fn() }));

const begun: Progress = { running: true, row: 0, registered: 0, known: 0, refusedRows: 0, refused: [], notices: [], stopped: false };

const lot = (row: number, refused: number): ImportStep => ({
  row,
  done: false,
  answer: {
    dry_run: true,
    registered: 3,
    known: 1,
    refused: Array.from({ length: refused }, (_, at) => ({ row: at, fields: [] })),
    notices: [],
  },
});

describe('after', () => {
  it('adds lots up, and keeps no more rows than are shown', () => {
    const so = after(after(begun, lot(5, 150)), lot(9, 150));
    expect([so.row, so.registered, so.known, so.refusedRows, so.refused.length]).toEqual([9, 6, 2, 300, SHOWN]);
  });
});

describe('a file', () => {
  it('is chosen and read once, however often it is asked for before it is drawn', async () => {
    vi.mocked(importOpen).mockResolvedValue({ file: '/a.csv', name: 'a.csv' });
    vi.mocked(importNext).mockResolvedValue({ ...lot(5, 0), done: true });
    const { choose } = drawnOnce(useImport);
    await Promise.all([choose(), choose()]);
    expect([vi.mocked(importOpen).mock.calls.length, vi.mocked(importNext).mock.calls.length]).toEqual([1, 1]);
    await choose();
    expect(importOpen).toHaveBeenCalledTimes(2);
  });
});
