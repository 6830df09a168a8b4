import { describe, expect, it } from 'vitest';
import type { ImportStep } from '../../backend/import-types';
import { after, SHOWN, type Progress } from './use-import';

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
